/** Explores a program: all that can happen, or as much as the bounds allow, and what is violated in it. */
import { runReport } from '../kernel/run-report';
import type { ExitStatus } from '../kernel/events';
import {
  MachineSystem,
  type ExploredMachine,
  type ExploredProgram,
} from './machine/machine-system';
import { endings } from './properties/endings';
import type { Observer } from './properties/observer';
import type {
  Bounds,
  ExplorationResult,
  FoundViolation,
  Output,
  SearchMode,
  Verdict,
  Violation,
  ViolationKind,
} from './result';
import { searchStates } from './states/state-search';
import { searchTraces } from './traces/trace-search';

export interface ExploreOptions {
  readonly program: ExploredProgram;
  readonly machine: ExploredMachine;
  /** 'states' by default. */
  readonly mode?: SearchMode;
  readonly bounds?: Bounds;
  /** 'any' by default: what takes time may take any time. */
  readonly timing?: 'any' | 'virtual';
  /** Every output possible is wanted; true by default. */
  readonly outputs?: boolean;
  /** What counts as a violation of those that the machine finds itself: `DEFAULT_KINDS` by default. */
  readonly kinds?: ReadonlySet<ViolationKind>;
  readonly observers?: readonly Observer<MachineSystem>[];
  /** As in `MachineSystemOptions`: for observers that look into functions. */
  readonly stepsIn?: ReadonlySet<string>;
  /** So many violations, and the search stops; 1 by default. */
  readonly violationsMax?: number;
  /** False: it is one too many of its sort, beside those found so far, and the search goes on without it. */
  wants?(violation: Violation, found: readonly FoundViolation[]): boolean;
  /** False: time is up. Called now and then, with what was done so far. */
  keepGoing?(progress: Progress): boolean;
}

export interface Progress {
  readonly schedules: number;
  readonly outputs: number;
}

export const DEFAULT_KINDS: ReadonlySet<ViolationKind> = new Set<ViolationKind>([
  'deadlock',
  'assertion',
  'memory-error',
  'budget',
]);

export function explore(options: ExploreOptions): ExplorationResult {
  const { program, machine, bounds = {}, timing = 'any', outputs = true } = options;
  const { stepsIn } = options;
  const system = new MachineSystem(program, machine, {
    timing,
    outputs,
    ...(stepsIn === undefined ? {} : { stepsIn }),
  });
  return exploreSystem(system, bounds, options);
}

function exploreSystem(
  system: MachineSystem,
  bounds: Bounds,
  options: ExploreOptions,
): ExplorationResult {
  const { violationsMax = 1, kinds = DEFAULT_KINDS, outputs = true, mode = 'states' } = options;
  const search = mode === 'traces' ? searchTraces : searchStates;
  const observers = [endings({ kinds }), ...(options.observers ?? [])];
  for (;;) {
    const found = new OutputSet(system);
    const violations: FoundViolation[] = [];
    let schedules = 0;
    const result = search(system, {
      bounds,
      observers,
      ended(end) {
        schedules++;
        system.conclude(end);
        if (outputs) found.add();
      },
      violated(violation, steps) {
        if (options.wants?.(violation, violations) === false) return 'continue';
        violations.push({ ...violation, schedule: system.schedule(), steps: steps.length });
        return violations.length >= violationsMax ? 'stop' : 'continue';
      },
      keepGoing: () => options.keepGoing?.({ schedules, outputs: found.size }) ?? true,
    });
    const { cutBy } = result;
    if (cutBy === 'misjudged') {
      system.beginAgain();
      continue;
    }
    return {
      verdict: verdictOf(result.complete, violations),
      mode,
      complete: result.complete,
      bounds,
      cutBy,
      states: result.states,
      schedules: result.schedules,
      blocked: result.blocked,
      transitions: result.transitions,
      outputs: found.all(),
      violations,
    };
  }
}

function verdictOf(complete: boolean, violations: readonly FoundViolation[]): Verdict {
  if (violations.length > 0) return 'refuted';
  return complete ? 'proved' : 'no-violation-within-bounds';
}

class OutputSet {
  private readonly found = new Map<string, Output>();

  constructor(private readonly system: MachineSystem) {}

  get size(): number {
    return this.found.size;
  }

  /** What the present end of a path has put out. */
  add(): void {
    const { stdout, status } = runReport(this.system.kernel, 'explorer');
    const key = `${statusText(status)} ${stdout}`;
    const known = this.found.get(key);
    this.found.set(
      key,
      known === undefined
        ? { stdout, status, count: 1, schedule: this.system.schedule() }
        : { ...known, count: known.count + 1 },
    );
  }

  all(): readonly Output[] {
    return [...this.found.values()].sort((a, b) => (a.stdout < b.stdout ? -1 : 1));
  }
}

function statusText(status: ExitStatus | null): string {
  if (status === null) return '';
  return status.kind === 'exited' ? String(status.code) : status.signal;
}
