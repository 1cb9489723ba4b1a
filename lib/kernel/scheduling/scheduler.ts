/**
 * The one seam for nondeterminism. The machine stops at every scheduling point and asks a Scheduler
 * which ready process runs next and for how long; nothing else in a run depends on anything but the
 * program and its input. A run is therefore named by (program, input, list of choices).
 */
import type { Pid } from '../pid';

export interface SchedulingPoint {
  /** Why the processor is free. */
  readonly reason: 'start' | 'quantum' | 'blocked' | 'ended' | 'yield' | 'wake' | 'visible';
  /** The processor that is free, from 0. */
  readonly processor: number;
  /** The process that ran last on this processor, whether or not it is still ready. */
  readonly previous: Pid | null;
  /** Ready processes, in ready-queue order (oldest first). Never empty where there are no events. */
  readonly ready: readonly Pid[];
  /** What else could be chosen, where everything is: else empty. Nobody may be ready then. */
  readonly events: readonly PossibleEvent[];
  /** Virtual time of this processor, in nanoseconds. */
  readonly timeNs: number;
  /** What a policy may know of a process that is alive. */
  readonly factsOf: (pid: Pid) => SchedulingFacts;
}

export interface SchedulingFacts {
  /** -20 (most favoured) to 19. */
  readonly nice: number;
  /** When it became ready last. */
  readonly readySinceNs: number;
  /** Instructions that it has executed. */
  readonly executed: number;
  /** What is left of its present processor burst: as announced, else as predicted from earlier ones. */
  readonly burstLeftNs: number;
}

export interface Choice {
  readonly pid: Pid;
  /** How long it may run before the machine asks again, if it does not block or end before. */
  readonly until: RunUntil;
  /** The machine asks again, too, when another process becomes ready and no processor is idle. */
  readonly preemptible?: true;
  /** Where its next visible operation can go on in several ways (whom a signal wakes): which. 0 if left out. */
  readonly way?: number;
}

export type RunUntil =
  | { readonly kind: 'instructions'; readonly count: number }
  /** Until just before its next operation that another process could observe. */
  | { readonly kind: 'visible' }
  | { readonly kind: 'blocked' }
  /** It does not run: something happens to it that the clock or the kernel decides elsewhere (`Timing`). */
  | { readonly kind: ChosenEvent };

/**
 * `timeout`: the time is up that it sleeps, or waits at most. `alarm`: the first of its process's timers rings.
 * `signal`: a pending signal is delivered. `acquire`: it waited for a condition and gets the mutex back.
 */
export type ChosenEvent = 'timeout' | 'alarm' | 'signal' | 'acquire';

export interface PossibleEvent {
  readonly pid: Pid;
  readonly kind: ChosenEvent;
}

/**
 * `clock`: timers ring by virtual time, a signal is delivered at once, a lock goes to the oldest waiter.
 * `chosen`: each of these is a choice, made whenever the scheduler likes; the clock only moves when a
 * timer rings, and processes are numbered by their descent, not by the order of forks (pid-lineage.ts).
 */
export type Timing = 'clock' | 'chosen';

export interface Scheduler {
  /** e.g. "rr quantum=1000": part of a run's name. */
  readonly name: string;
  /** 'clock' if left out. */
  readonly timing?: Timing;
  choose(point: SchedulingPoint): Choice;
  /** A copy with the same state, for snapshots of the whole machine. */
  clone(): Scheduler;
}
