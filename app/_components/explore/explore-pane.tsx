'use client';

import { CircleDashed, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { LineLink } from '../editor/line-link';
import type { OnStep } from '../verdict/check-result';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { EffortNumbers } from './effort';
import { ExplorationVerdict, ExploredChecks } from './exploration-verdict';
import type { FoundSchedule } from './found-schedule';
import { PossibleOutputs } from './possible-outputs';
import type { Exploration, ExplorationControls } from './use-exploration';
import { ViolationBox } from './violation-box';

type ExplorePaneProps = {
  readonly controls: ExplorationControls;
  /** Titles of the checks that exploring judges. */
  readonly checked: readonly string[];
  readonly onLine: (line: number) => void;
  /** Opens a schedule in the stepper. */
  readonly onOpen: (found: FoundSchedule) => void;
  /** Opens the run that refutes a check. */
  readonly onStep: OnStep;
};

/** What can happen in any order of steps: verdict, violations, every output. */
export function ExplorePane({ controls, checked, onLine, onOpen, onStep }: ExplorePaneProps) {
  const { exploration, stop, goFurther } = controls;
  const { phase, progress, diagnostics, message } = exploration;
  switch (phase) {
    case 'idle':
      return <Idle checked={checked} />;
    case 'exploring':
      return (
        <div className="space-y-4 p-4">
          <div className="flex items-center gap-2">
            <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin text-accent" />
            <p role="status" className="flex-1 font-semibold">
              Trying every order of steps… <RunNow exploration={exploration} />
            </p>
            <Button size="sm" onClick={stop}>
              Cancel
            </Button>
          </div>
          {progress !== null && (
            <EffortNumbers effort={progress} outputs={progress.outputs.length} />
          )}
          <SoFar exploration={exploration} onLine={onLine} onOpen={onOpen} />
        </div>
      );
    case 'stopped':
      return (
        <div className="space-y-4 p-4">
          <section aria-label="What exploring found" role="status">
            <p className="flex items-center gap-2 text-lg font-semibold">
              <CircleDashed aria-hidden className="size-5 shrink-0 text-warn" />
              Cancelled
            </p>
            <p className="mt-1">
              What was found until then stays. It proves nothing about what was not tried.
            </p>
          </section>
          <ExploredChecks runs={exploration.runs} onLine={onLine} onOpen={onOpen} onStep={onStep} />
          <SoFar exploration={exploration} onLine={onLine} onOpen={onOpen} />
          {progress !== null && (
            <EffortNumbers effort={progress} outputs={progress.outputs.length} />
          )}
        </div>
      );
    case 'not-compiled':
      return (
        <div className="space-y-2 p-4">
          <p>It does not compile yet, so there is nothing to explore.</p>
          <ul className="space-y-1 text-sm">
            {diagnostics
              .filter(({ severity }) => severity === 'error')
              .map((diagnostic) => (
                <li key={`${diagnostic.line}:${diagnostic.column} ${diagnostic.message}`}>
                  <LineLink line={diagnostic.line} onLine={onLine} />: {diagnostic.message}
                </li>
              ))}
          </ul>
        </div>
      );
    case 'broken':
      return (
        <Callout tone="bad" role="alert" className="m-4" title="The explorer failed">
          <p>This is our fault, not your program’s. Your program is kept; Run and Submit work.</p>
          <p className="text-sm text-muted">{message}</p>
        </Callout>
      );
    case 'explored':
      return (
        <div className="space-y-5 p-4">
          <ExplorationVerdict runs={exploration.runs} onFurther={goFurther} />
          <ExploredChecks runs={exploration.runs} onLine={onLine} onOpen={onOpen} onStep={onStep} />
          <PossibleOutputs runs={exploration.runs} onOpen={onOpen} />
        </div>
      );
  }
}

function Idle({ checked }: { readonly checked: readonly string[] }): ReactNode {
  return (
    <div className="space-y-3 p-4 text-muted">
      <p>
        Run shows one order in which your processes can take their steps. Explore tries every order:
        it finds each output that is possible, and proves that nothing goes wrong or shows how it
        does.
      </p>
      {checked.length > 0 && (
        <div>
          <p>Here it will look at this, besides deadlocks, failed assertions and memory errors:</p>
          <ul className="mt-1 list-disc space-y-0.5 pl-5">
            {checked.map((title, k) => (
              <li key={k}>{title}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function RunNow({ exploration: { progress, runs } }: { readonly exploration: Exploration }) {
  if (progress === null || progress.runs < 2) return null;
  return (
    <span className="block text-sm font-normal text-muted">
      Run {runs.length + 1} of {progress.runs}
      {progress.args.length > 0 && (
        <>
          , with the arguments <code>{progress.args.join(' ')}</code>
        </>
      )}
    </span>
  );
}

type SoFarProps = Pick<ExplorePaneProps, 'onLine' | 'onOpen'> & {
  readonly exploration: Exploration;
};

/** What is known before all is: each violation and each output can be looked at already. */
function SoFar({ exploration: { runs, progress }, onLine, onOpen }: SoFarProps) {
  if (progress === null) return <PossibleOutputs runs={runs} onOpen={onOpen} />;
  const { run, args, stdin, violations, outputs } = progress;
  return (
    <>
      {violations.map((violation) => (
        <ViolationBox
          key={`${violation.kind} ${violation.schedule}`}
          violation={{ ...violation, story: [] }}
          run={{ args, stdin }}
          onLine={onLine}
          onOpen={onOpen}
        />
      ))}
      <PossibleOutputs
        runs={[{ run, args, stdin, result: { complete: false, outputs } }, ...runs]}
        onOpen={onOpen}
      />
    </>
  );
}
