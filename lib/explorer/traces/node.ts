/** A state on the path of a search of traces. */
import type { Pending, ThreadId } from '../system';
import type { PlannedEvent, WakeupBranch } from './wakeup-tree';

/** A state on the way, before the event of the same number. */
export interface Node {
  readonly pending: readonly Pending[];
  /** What was explored from here, or before and commutes with all since: never the next event. */
  readonly sleep: PlannedEvent[];
  /** What is to be explored from here. The first branch is the one being explored. */
  readonly tree: WakeupBranch[];
  /** Threads that the event taken here ended, of others: they would have gone on. */
  ended: readonly ThreadId[];
  /** The events that the event taken here races with, latest first. */
  races: readonly number[];
  /** Brings the system back here, where that was prepared. */
  restore: (() => void) | undefined;
}
