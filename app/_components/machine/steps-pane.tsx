'use client';

import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { OpenedSteps } from './opened-steps';
import type { StepsPaneProps } from './steps-pane-props';

/** A recorded run: the ways through it, and views of the present moment. */
export function StepsPane({
  idleText,
  ...props
}: StepsPaneProps & {
  /** What to say before anything was recorded. */
  readonly idleText: string;
}) {
  const { view, cancel } = props.controls;
  switch (view.phase) {
    case 'idle':
      return <p className="p-4 text-muted">{idleText}</p>;
    case 'recording':
      return (
        <div role="status" className="flex items-center gap-3 p-4">
          <p className="flex-1">
            Recording the run… {view.steps > 0 && `${view.steps.toLocaleString('en')} instructions`}
          </p>
          <Button size="sm" onClick={cancel}>
            That is enough
          </Button>
        </div>
      );
    case 'not-compiled':
      return <p className="p-4">It does not compile yet, so there is nothing to step through.</p>;
    case 'broken':
      return (
        <Callout tone="bad" className="m-4" title="This run could not be made again" role="alert">
          <p>{view.message}</p>
        </Callout>
      );
    case 'open':
      return view.run === null ? null : <OpenedSteps run={view.run} {...props} />;
  }
}
