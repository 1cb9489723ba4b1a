'use client';

import type { SourcePosition } from '@/lib/kernel/events';
import type { SourceLine } from '@/lib/trace/recording/stepping';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { OpenedSteps } from './opened-steps';
import type { RecordingControls } from './use-recording';

/** The source that stands beside the steps. */
export type SourceSide = {
  readonly onLine: (at: SourcePosition) => void;
  readonly breakpoints?: readonly SourceLine[];
  /** The line of the editor's cursor; null: it is nowhere. */
  readonly cursor?: () => SourceLine | null;
};

/** The pane can take more room than it usually has. */
export type Room = { readonly isWide: boolean; readonly onWide: (isWide: boolean) => void };

export type StepsPaneProps = SourceSide & {
  readonly controls: RecordingControls;
  readonly room?: Room;
  /** Makes an address that leads to the present moment. */
  readonly linkTo?: (step: number) => string | Promise<string>;
};

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
