'use client';

import { CircleCheck, CircleDashed, CircleX, LoaderCircle } from 'lucide-react';
import type {
  ExploredResult,
  ExploringProgress,
  ToldViolation,
} from '@/app/_workers/exploring-protocol';
import type { Output, Violation, ViolationKind } from '@/lib/explorer/result';
import { WithCode } from '../editor/with-code';
import { LineLink } from '../editor/line-link';
import { statusText } from '../figures/process-history';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import type { ExplorationControls } from './use-exploration';

type ExplorePaneProps = {
  readonly controls: ExplorationControls;
  readonly onLine: (line: number) => void;
  /** Opens a schedule in the stepper. */
  readonly onOpen: (found: FoundSchedule) => void;
};

/** Opens where it goes wrong, if it does. */
export type FoundSchedule = {
  readonly title: string;
  readonly schedule: string;
  readonly violation: Violation | null;
};

/** What can happen in any order of steps: verdict, violations, every output. */
export function ExplorePane({ controls, onLine, onOpen }: ExplorePaneProps) {
  const { exploration, stop } = controls;
  const { phase, progress, result, diagnostics, message } = exploration;
  switch (phase) {
    case 'idle':
      return (
        <p className="p-4 text-muted">
          Run shows one order in which your processes can take their steps. Explore tries every
          order: it finds each output that is possible, and proves that nothing goes wrong or shows
          how it does.
        </p>
      );
    case 'exploring':
      return (
        <div className="space-y-3 p-4">
          <div role="status" className="flex items-center gap-2">
            <LoaderCircle aria-hidden className="size-4 animate-spin text-accent" />
            <p className="flex-1">Trying every order of steps…</p>
            <Button size="sm" onClick={stop}>
              Cancel
            </Button>
          </div>
          {progress !== null && <Numbers numbers={progressNumbers(progress)} />}
        </div>
      );
    case 'stopped':
      return (
        <div className="space-y-3 p-4">
          <p>Cancelled. Nothing is proved by what was tried until then.</p>
          {progress !== null && <Numbers numbers={progressNumbers(progress)} />}
        </div>
      );
    case 'not-compiled':
      return (
        <div className="space-y-1 p-4 text-sm">
          <p>It does not compile yet, so there is nothing to explore.</p>
          {diagnostics
            .filter(({ severity }) => severity === 'error')
            .map((diagnostic) => (
              <p key={`${diagnostic.line}:${diagnostic.column} ${diagnostic.message}`}>
                <LineLink line={diagnostic.line} onLine={onLine} />: {diagnostic.message}
              </p>
            ))}
        </div>
      );
    case 'broken':
      return (
        <Callout tone="bad" role="alert" className="m-4" title="The explorer failed">
          <p>This is our fault, not your program’s. {message}</p>
        </Callout>
      );
    case 'explored':
      return result === null ? null : <Result result={result} onLine={onLine} onOpen={onOpen} />;
  }
}

const VERDICTS = {
  proved: { Icon: CircleCheck, color: 'text-good', title: 'Proved' },
  'no-violation-within-bounds': {
    Icon: CircleDashed,
    color: 'text-warn',
    title: 'No violation within these bounds',
  },
  refuted: { Icon: CircleX, color: 'text-bad', title: 'Refuted' },
} as const;

type ResultProps = { readonly result: ExploredResult } & Omit<ExplorePaneProps, 'controls'>;

function Result({ result, onLine, onOpen }: ResultProps) {
  const { Icon, color, title } = VERDICTS[result.verdict];
  return (
    <div className="space-y-5 p-4">
      <section aria-label="What exploring found" role="status">
        <p className="flex items-center gap-2 text-lg font-semibold">
          <Icon aria-hidden className={`size-5 shrink-0 ${color}`} />
          {title}
        </p>
        <p className="mt-1">{verdictText(result)}</p>
      </section>
      {result.violations.map((violation) => (
        <ViolationBox
          key={violation.schedule}
          violation={violation}
          onLine={onLine}
          onOpen={onOpen}
        />
      ))}
      {result.outputs.length > 0 && (
        <section aria-labelledby="outputs">
          <h3 id="outputs" className="eyebrow">
            {result.complete
              ? countText(result.outputs.length, 'output is possible', 'outputs are possible')
              : countText(result.outputs.length, 'output was found', 'outputs were found')}
          </h3>
          <ul className="mt-1 space-y-2">
            {result.outputs.map((output) => (
              <OutputRow
                key={output.schedule}
                output={output}
                onOpen={() =>
                  onOpen({
                    title: `Prints ${firstLine(output.stdout)}`,
                    schedule: output.schedule,
                    violation: null,
                  })
                }
              />
            ))}
          </ul>
        </section>
      )}
      <details className="text-sm" open={result.verdict === 'no-violation-within-bounds'}>
        <summary className="link w-fit">How much was tried</summary>
        <Numbers
          numbers={[
            ['Schedules tried to their end', result.schedules],
            ['States', result.states],
            ['Steps', result.transitions],
            ['Cut short, known already', result.blocked],
          ]}
        />
      </details>
    </div>
  );
}

type ViolationBoxProps = Omit<ExplorePaneProps, 'controls'> & {
  readonly violation: ToldViolation;
};

function ViolationBox({ violation, onLine, onOpen }: ViolationBoxProps) {
  const { kind, message, location, schedule, sentences } = violation;
  const title = KIND_TITLES[kind] ?? kind.replaceAll('-', ' ');
  return (
    <section aria-label="Violation" className="rounded-lg border border-bad/40 bg-bad-soft p-3">
      <h3 className="font-semibold">{title}</h3>
      {sentences.length > 1 ? (
        <ol className="mt-1 list-decimal space-y-1 pl-5">
          {sentences.map((sentence, k) => (
            <li key={k}>
              <WithCode text={sentence} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="mt-1">
          <WithCode text={message} />
        </p>
      )}
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <Button size="sm" look="primary" onClick={() => onOpen({ title, schedule, violation })}>
          Show how
        </Button>
        {location !== null && (
          <span className="text-sm">
            It shows at <LineLink line={location.line} onLine={onLine} />.
          </span>
        )}
      </p>
    </section>
  );
}

const KIND_TITLES: Partial<Record<ViolationKind, string>> = {
  deadlock: 'Deadlock',
  assertion: 'An assertion fails',
  'memory-error': 'An error of memory',
  budget: 'It does not end',
};

function OutputRow({ output, onOpen }: { readonly output: Output; readonly onOpen: () => void }) {
  const { stdout, status } = output;
  return (
    <li className="flex items-start gap-2">
      <pre
        tabIndex={0}
        className="max-h-32 min-w-0 flex-1 overflow-auto rounded-md border bg-sunken px-2.5 py-1.5 text-sm whitespace-pre-wrap"
      >
        {stdout === '' ? <span className="text-muted">(nothing)</span> : stdout}
        {status !== null && !(status.kind === 'exited' && status.code === 0) && (
          <span className="text-muted">[{statusText(status)}]</span>
        )}
      </pre>
      <Button size="sm" onClick={onOpen}>
        How<span className="sr-only"> it prints {firstLine(stdout)}</span>
      </Button>
    </li>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly (readonly [string, number])[] }) {
  return (
    <dl className="mt-2 grid w-fit grid-cols-[auto_auto] gap-x-4 gap-y-0.5 text-sm">
      {numbers.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="text-right tabular-nums">{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}

function progressNumbers({ schedules, states, transitions, outputs }: ExploringProgress) {
  return [
    ['Schedules tried to their end', schedules],
    ['States', states],
    ['Steps', transitions],
    ['Outputs found', outputs.length],
  ] as const;
}

function verdictText(result: ExploredResult): string {
  switch (result.verdict) {
    case 'proved':
      return 'Every order of steps was tried: no deadlock, no failed assertion, no error of memory.';
    case 'no-violation-within-bounds':
      return `Nothing went wrong in what was tried, but that is not all that can happen: ${boundsText(result)}.`;
    case 'refuted':
      return 'There is an order of steps in which it goes wrong.';
  }
}

function boundsText({ bounds, cutBy }: ExploredResult): string {
  if (cutBy === 'time') return 'the time was up';
  const { preemptions, depth, schedules, transitions, states } = bounds;
  const named = [
    ['preemptions of one run', preemptions],
    ['steps of one run', depth],
    ['schedules', schedules],
    ['steps in all', transitions],
    ['states', states],
  ] as const;
  return named
    .flatMap(([name, max]) =>
      max === undefined ? [] : [`at most ${max.toLocaleString('en')} ${name}`],
    )
    .join(', ');
}

function countText(count: number, one: string, many: string): string {
  return count === 1 ? `One ${one}` : `${count.toLocaleString('en')} ${many}`;
}

const TITLE_MAX = 24;

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line === '') return 'nothing';
  return line.length > TITLE_MAX ? `“${line.slice(0, TITLE_MAX)}…”` : `“${line}”`;
}
