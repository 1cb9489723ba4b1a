/** Explores a program: all that can happen, or as much as the bounds allow, and what is violated in it. */
import { runReport } from '../kernel/run-report';
import type { ExitStatus } from '../kernel/events';
import type { ExploredMachine, ExploredProgram } from './machine/explored-program';
import { MachineSystem } from './machine/machine-system';
import { endings } from './properties/endings';
import type { Observer } from './properties/observer';
import {
  type Bounds,
  type CutBy,
  DEFAULT_KINDS,
  type ExplorationResult,
  type FoundViolation,
  type Output,
  type SearchMode,
  type Verdict,
  type Violation,
  type ViolationKind,
} from './result';
import type { Search, WorkDone } from './search';
import { Futures } from './states/futures';
import { StateGraph, type EndlessExecution } from './states/state-graph';
import { searchStates } from './states/state-search';
import { searchTraces } from './traces/trace-search';
import type { ThreadId } from './system';
import { pid } from '../kernel/pid';
import { recordedChoices } from '../kernel/scheduling/choice-log';
import { formatSchedule } from '../kernel/scheduling/schedule-text';
import { endlessText, type EndlessDetails } from './words/endless';

export interface ExploreOptions {
  readonly program: ExploredProgram;
  readonly machine: ExploredMachine;
  /** 'states' by default. */
  readonly mode?: SearchMode;
  /** In place of the mode's, to be compared with it. */
  readonly search?: Search<MachineSystem>;
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

export interface Progress extends WorkDone {
  readonly schedules: number;
  /** What is in what was explored so far. */
  readonly found: () => Pick<ExplorationResult, 'outputs' | 'violations'>;
}

export function explore(options: ExploreOptions): ExplorationResult {
  const { program, machine, bounds = {}, timing = 'any', outputs = true } = options;
  const { stepsIn } = options;
  if (timing === 'virtual' && options.mode === 'traces')
    throw new Error(
      'virtual time and mode traces do not go together: that a timer rings only when nobody else can go on is in no footprint',
    );
  const system = new MachineSystem(program, machine, {
    timing,
    outputs,
    states: options.mode !== 'traces' || options.search !== undefined,
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
  const search = options.search ?? (mode === 'traces' ? searchTraces : searchStates);
  const observers = [endings({ kinds }), ...(options.observers ?? [])];
  // Iterative context bounding: with 0, 1, 2 ... preemptions, so what is found is found with the fewest.
  const { preemptions: preemptionsMax, transitions: transitionsMax = Infinity } = bounds;
  let preemptions = 0;
  let spent = 0;
  /** In rounds that had to be begun again: they were work, too. */
  let earlier: WorkDone = { states: 0, transitions: 0 };
  let withFewer: readonly FoundViolation[] = [];
  let futures =
    search === searchStates && canLeaveOutStates(options, observers) ? new Futures() : null;
  let restart = system.snapshot();
  for (;;) {
    const found = new OutputSet(system);
    const violations: FoundViolation[] = withFewer.slice();
    let schedules = 0;
    /** By the searches before the present one. */
    let before: WorkDone = { states: 0, transitions: 0 };
    const keepGoing = ({ states, transitions }: WorkDone): boolean =>
      options.keepGoing?.({
        states: Math.max(earlier.states, before.states, states),
        transitions: earlier.transitions + before.transitions + transitions,
        schedules,
        found: () => ({ outputs: found.all(), violations: violations.slice() }),
      }) ?? true;
    const result = search(system, {
      ...(futures === null ? {} : { futures }),
      bounds: {
        ...bounds,
        ...(preemptionsMax === undefined ? {} : { preemptions }),
        ...(spent === 0 ? {} : { transitions: transitionsMax - spent }),
      },
      observers,
      ended(end) {
        schedules++;
        system.conclude(end);
        // Where they aren't wanted one is kept, of an execution that came to its end.
        if (outputs || !found.hasWhole) found.add();
      },
      violated(violation, steps) {
        if (options.wants?.(violation, violations) === false) return 'continue';
        if (withFewer.some((each) => isSame(each, violation))) return 'continue';
        violations.push({ ...violation, schedule: system.schedule(), steps: steps.length });
        return violations.length >= violationsMax ? 'stop' : 'continue';
      },
      keepGoing,
    });
    let { cutBy } = result;
    before = result;
    if (
      cutBy === null &&
      result.cyclic === true &&
      (kinds.has('livelock') || kinds.has('busy-wait'))
    ) {
      // All its steps are remembered.
      system.restore(restart);
      cutBy = findEndless(system, bounds, kinds, violations, keepGoing);
    }
    const again = (): void => {
      earlier = {
        states: Math.max(earlier.states, result.states),
        transitions: earlier.transitions + result.transitions,
      };
    };
    if (cutBy === 'misjudged') {
      again();
      if (futures?.isUnfit === true) futures = null;
      if (system.misjudged) {
        system.beginAgain();
        restart = system.snapshot();
      } else system.restore(restart);
      continue;
    }
    const isBounded = cutBy === 'preemptions' || cutBy === 'depth';
    if (isBounded && preemptions < (preemptionsMax ?? 0)) {
      again();
      preemptions++;
      spent += result.transitions;
      withFewer = violations;
      system.beginAgain();
      restart = system.snapshot();
      continue;
    }
    return {
      verdict: verdictOf(cutBy === null, violations),
      mode,
      complete: cutBy === null,
      bounds,
      cutBy,
      states: result.states,
      schedules: result.schedules,
      blocked: result.blocked,
      transitions: spent + result.transitions,
      outputs: found.all(),
      violations,
    };
  }
}

/** One execution of each class is enough for all that is asked, and no bound would cut one rather than another. */
function canLeaveOutStates(
  { bounds: { preemptions, depth } = {}, timing = 'any' }: ExploreOptions,
  observers: readonly Observer<MachineSystem>[],
): boolean {
  return (
    // By virtual time a timer rings only when nobody else can go on: no footprint says so.
    timing === 'any' &&
    preemptions === undefined &&
    depth === undefined &&
    observers.every(({ needs }) => needs === 'executions')
  );
}

/** Executions that never end, from the present state: those that are fair, and those that only wait by looking again and again. */
function findEndless(
  system: MachineSystem,
  bounds: Bounds,
  kinds: ReadonlySet<ViolationKind>,
  violations: FoundViolation[],
  keepGoing: (done: WorkDone) => boolean,
): CutBy | 'misjudged' | null {
  const graph = new StateGraph();
  const { cutBy } = searchStates(system, {
    bounds,
    observers: [],
    graph,
    ended: () => undefined,
    violated: () => 'continue',
    keepGoing,
  });
  if (cutBy !== null) return cutBy;
  const livelock = kinds.has('livelock') ? graph.livelock() : null;
  if (livelock !== null) {
    const threads = [...new Set(livelock.cycle.map(({ thread }) => thread))];
    violations.push(endlessViolation(system, 'livelock', livelock, threads));
  }
  if (kinds.has('busy-wait'))
    for (const { thread, execution } of graph.busyWaits())
      violations.push(endlessViolation(system, 'busy-wait', execution, [thread]));
  return null;
}

/** Choices of a cycle that are shown: who is left alone may go round thousands of times in one step. */
const ROUND_MAX = 200;

function endlessViolation(
  system: MachineSystem,
  kind: 'livelock' | 'busy-wait',
  { beginning, cycle }: EndlessExecution,
  threads: readonly ThreadId[],
): FoundViolation {
  system.beginAgain();
  for (const move of beginning) system.take(move);
  const lines = threads.map((thread) => ({ thread, at: system.positionOf(pid(thread)) }));
  const cycleFrom = recordedChoices(system.kernel.state.choices).length;
  for (const move of cycle) system.take(move);
  const choices = recordedChoices(system.kernel.state.choices).slice(0, cycleFrom + ROUND_MAX);
  const details: EndlessDetails = { threads: lines, cycleFrom };
  return {
    kind,
    message: endlessText(kind, details, (thread) => `process ${thread}`),
    location: lines[0]?.at ?? null,
    details,
    schedule: formatSchedule(choices, 'chosen'),
    steps: beginning.length + cycle.length,
  };
}

function isSame(a: Violation, b: Violation): boolean {
  return a.kind === b.kind && a.message === b.message && a.location?.line === b.location?.line;
}

function verdictOf(complete: boolean, violations: readonly FoundViolation[]): Verdict {
  if (violations.length > 0) return 'refuted';
  return complete ? 'proved' : 'no-violation-within-bounds';
}

class OutputSet {
  private readonly found = new Map<string, Output>();

  constructor(private readonly system: MachineSystem) {}

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

  /** The first process has ended in some execution. */
  get hasWhole(): boolean {
    return [...this.found.values()].some(({ status }) => status !== null);
  }

  all(): readonly Output[] {
    return [...this.found.values()].sort((a, b) => (a.stdout < b.stdout ? -1 : 1));
  }
}

function statusText(status: ExitStatus | null): string {
  if (status === null) return '';
  return status.kind === 'exited' ? String(status.code) : status.signal;
}
