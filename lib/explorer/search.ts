/**
 * What all searches have in common: what they report of each execution that they explore to its end,
 * the limits that they keep to, and what they say when they are through. What is a property, an
 * output or a counterexample is the observer's affair.
 */
import type { Move, Step } from './system';

/** The end of one execution; the system is in its last state while an observer looks at it. */
export interface ExecutionEnd {
  /**
   * `finished`: all threads ended. `deadlock`: some have not, and none can go on. `cut`: the depth
   * limit was reached.
   */
  readonly kind: 'finished' | 'deadlock' | 'cut';
  /** Made anew with each call. */
  schedule(): readonly Move[];
  steps(): readonly Step[];
}

export interface SearchObserver {
  ended(end: ExecutionEnd): 'continue' | 'stop';
}

/** All inclusive; left out, there is none. */
export interface SearchLimits {
  readonly schedulesMax?: number;
  readonly transitionsMax?: number;
  /** Steps of one execution. */
  readonly depthMax?: number;
}

export type StopReason = 'observer' | 'schedules' | 'transitions' | 'depth';

export interface SearchResult {
  /** Whether everything was explored that can happen. */
  readonly complete: boolean;
  /** What kept it from that, if anything did: the first of several. */
  readonly stopped: StopReason | undefined;
  /** Executions explored to their end, in mode traces one of each class. */
  readonly schedules: number;
  /** Executions given up since what follows is explored elsewhere. */
  readonly blocked: number;
  /** Steps taken into states not visited by the same prefix before; those of replays don't count. */
  readonly transitions: number;
}
