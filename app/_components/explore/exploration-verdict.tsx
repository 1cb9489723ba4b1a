'use client';

import { CircleCheck, CircleDashed, CircleX, Telescope } from 'lucide-react';
import { type Bounds, type CutBy, DEFAULT_KINDS, type Verdict } from '@/lib/explorer/result';
import { noneOf } from '@/lib/explorer/words/violation-kinds';
import type { RunExploration } from '@/lib/grading/exploration/explore-exercise';
import { Button } from '../ui/button';
import { CheckTitle, FailedCheck, FoldedCheck, type OnStep } from '../verdict/check-result';
import { EffortNumbers } from './effort';
import type { FoundSchedule } from './found-schedule';
import { ViolationBox } from './violation-box';

const LOOKS = {
  proved: { Icon: CircleCheck, color: 'text-good', title: 'Proved' },
  'no-violation-within-bounds': {
    Icon: CircleDashed,
    color: 'text-warn',
    title: 'No violation within these bounds',
  },
  refuted: { Icon: CircleX, color: 'text-bad', title: 'Refuted' },
} as const satisfies Record<Verdict, unknown>;

type ExplorationVerdictProps = {
  readonly runs: readonly RunExploration[];
  /** Tries more than grading does. */
  readonly onFurther: () => void;
};

/** Which of the three it is, how far that goes, and how much was tried for it. */
export function ExplorationVerdict({ runs, onFurther }: ExplorationVerdictProps) {
  const verdict = verdictOver(runs);
  const { Icon, color, title } = LOOKS[verdict];
  const cut = runs.find(({ result }) => !result.complete)?.result;
  const hasMore = cut?.cutBy === 'transitions' || cut?.cutBy === 'states';
  return (
    <section aria-label="What exploring found" className="space-y-2" data-verdict={verdict}>
      <div role="status">
        <p className="flex items-center gap-2 text-lg font-semibold">
          <Icon aria-hidden className={`size-5 shrink-0 ${color}`} />
          {title}
        </p>
        <p className="mt-1">{verdictText(verdict, runs)}</p>
        {cut !== undefined && (
          <p className="mt-1 text-muted">
            Not everything was tried: {boundText(cut.bounds, cut.cutBy)}.
          </p>
        )}
      </div>
      {hasMore && (
        <Button size="sm" onClick={onFurther}>
          <Telescope aria-hidden />
          Go ten times as far
        </Button>
      )}
      <details className="text-sm" open={verdict === 'no-violation-within-bounds'}>
        <summary className="link w-fit">How much was tried</summary>
        <div className="mt-2">
          <EffortNumbers
            effort={{
              schedules: total(runs, 'schedules'),
              states: total(runs, 'states'),
              transitions: total(runs, 'transitions'),
            }}
            outputs={runs.reduce((sum, { result }) => sum + result.outputs.length, 0)}
            blocked={total(runs, 'blocked')}
          />
        </div>
      </details>
    </section>
  );
}

type ExploredChecksProps = {
  readonly runs: readonly RunExploration[];
  readonly onLine: (line: number) => void;
  readonly onOpen: (found: FoundSchedule) => void;
  readonly onStep: OnStep;
};

/** What goes wrong first; then what holds. */
export function ExploredChecks({ runs, onLine, onOpen, onStep }: ExploredChecksProps) {
  const checks = runs.flatMap((run) => run.checks);
  const [first, ...others] = checks.filter(({ status }) => status === 'failed');
  const held = checks.filter(({ status }) => status === 'passed');
  return (
    <>
      {(first !== undefined || runs.some((run) => run.others.length > 0)) && (
        <section aria-label="What goes wrong" className="space-y-2">
          {runs.flatMap((run) =>
            run.others.map((violation) => (
              <ViolationBox
                key={`${run.run} ${violation.kind}`}
                violation={violation}
                run={run}
                onLine={onLine}
                onOpen={onOpen}
              />
            )),
          )}
          {first !== undefined && (
            <FailedCheck check={first} hasPoints={false} onLine={onLine} onStep={onStep} />
          )}
          {others.map((check) => (
            <FoldedCheck
              key={check.id}
              check={check}
              hasPoints={false}
              onLine={onLine}
              onStep={onStep}
            />
          ))}
        </section>
      )}
      {held.length > 0 && (
        <section aria-labelledby="holds">
          <h3 id="holds" className="eyebrow mb-1">
            What holds
          </h3>
          <ul className="space-y-1">
            {held.map((check) => (
              <li key={check.id}>
                <CheckTitle check={check} hasPoints={false} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function verdictOver(runs: readonly RunExploration[]): Verdict {
  if (runs.some(({ verdict }) => verdict === 'refuted')) return 'refuted';
  return runs.every(({ verdict }) => verdict === 'proved')
    ? 'proved'
    : 'no-violation-within-bounds';
}

function verdictText(verdict: Verdict, runs: readonly RunExploration[]): string {
  const nothing = noneOf(DEFAULT_KINDS);
  const hasChecks = runs.some(({ checks }) => checks.length > 0);
  switch (verdict) {
    case 'proved':
      return hasChecks
        ? `Every order of steps was tried: the checks below hold in all of them, and there is ${nothing}.`
        : `Every order of steps was tried: there is ${nothing}.`;
    case 'no-violation-within-bounds':
      return `Nothing went wrong in what was tried: ${nothing}${hasChecks ? ', and no check failed' : ''}.`;
    case 'refuted':
      return 'There is an order of steps in which it goes wrong.';
  }
}

function boundText(bounds: Bounds, cutBy: CutBy | null): string {
  if (cutBy === null || cutBy === 'time' || cutBy === 'violation') return 'it was cut short';
  const max = bounds[cutBy];
  return `it stops at ${max === undefined ? 'a number of' : max.toLocaleString('en')} ${BOUND_NAMES[cutBy]}`;
}

const BOUND_NAMES = {
  preemptions: 'preemptions in one schedule',
  depth: 'steps of one schedule',
  schedules: 'schedules',
  transitions: 'steps in all',
  states: 'states',
} as const satisfies Record<keyof Bounds, string>;

function total(
  runs: readonly RunExploration[],
  what: 'schedules' | 'states' | 'transitions' | 'blocked',
): number {
  return runs.reduce((sum, { result }) => sum + result[what], 0);
}
