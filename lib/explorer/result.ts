/** What an exploration came to. `explore --json` prints it. */
import type { ExitStatus, SourcePosition } from '../kernel/events';

/**
 * Exactly one holds. `proved`: everything that can happen was explored, and nothing is violated.
 * `no-violation-within-bounds`: nothing is violated in what was explored, which is not all.
 * `refuted`: there is a schedule that violates a property.
 */
export type Verdict = 'proved' | 'no-violation-within-bounds' | 'refuted';

export type SearchMode = 'states' | 'traces';

/** Limits of a search, all inclusive; left out, there is none. */
export interface Bounds {
  /** How often a thread that could go on may be left for another. */
  readonly preemptions?: number;
  /** Steps of one execution. */
  readonly depth?: number;
  /** Executions explored to their end. */
  readonly schedules?: number;
  readonly transitions?: number;
  readonly states?: number;
}

/** What kept a search from exploring everything: a bound, the host's time, or that it was to stop at a violation. */
export type CutBy = keyof Bounds | 'time' | 'violation';

export interface Output {
  readonly stdout: string;
  /** Of the first process; null: it did not end. */
  readonly status: ExitStatus | null;
  /** Executions that were explored and ended so: not a frequency. */
  readonly count: number;
  readonly schedule: string;
}

export type ViolationKind =
  | 'deadlock'
  | 'assertion'
  | 'memory-error'
  | 'leak'
  | 'abnormal-end'
  | 'budget'
  | 'zombie'
  | 'leftover'
  | 'livelock'
  | 'busy-wait'
  | 'data-race'
  | 'lock-order'
  | 'lost-wakeup'
  | 'starvation'
  | 'mutual-exclusion'
  | 'invariant'
  | 'bounded-waiting'
  /** An output that must not come out. */
  | 'output'
  /** What should be possible, and isn't: no violation of one execution; told by the one that comes nearest. */
  | 'unreached';

/** What no program should do; each of them is found by the machine itself. */
export const DEFAULT_KINDS: ReadonlySet<ViolationKind> = new Set<ViolationKind>([
  'deadlock',
  'assertion',
  'memory-error',
  'budget',
  'livelock',
]);

export interface Violation {
  readonly kind: ViolationKind;
  readonly message: string;
  readonly location: SourcePosition | null;
  /** Plain facts of its kind: who waits for what, which variable, ... */
  readonly details: unknown;
}

export interface FoundViolation extends Violation {
  /** Replays to the violation: `parseSchedule`. */
  readonly schedule: string;
  /** Steps of the search that led there. */
  readonly steps: number;
}

export interface ExplorationResult {
  readonly verdict: Verdict;
  readonly mode: SearchMode;
  readonly complete: boolean;
  readonly bounds: Bounds;
  readonly cutBy: CutBy | null;
  readonly states: number;
  /** Executions explored to their end. */
  readonly schedules: number;
  /** Executions given up, since what follows is explored elsewhere. */
  readonly blocked: number;
  readonly transitions: number;
  /** Every output possible, if `complete` and outputs were wanted; one with a status, if there is any. */
  readonly outputs: readonly Output[];
  readonly violations: readonly FoundViolation[];
}
