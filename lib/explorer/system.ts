/**
 * What a search explores: threads that take steps, one at a time, from a first state. A step is one
 * visible operation and everything private that follows it, up to the thread's next visible operation.
 * The simulated machine is one such system; small models in tests are others. A search knows nothing
 * of C, of the kernel or of memory: only of steps, of what they touch, and of states.
 */

/** A thread's identifier: the same in all executions in which the same steps created it. */
export type ThreadId = number;

/** One decision: who takes a step, and which of several ways, where the system itself has a choice. */
export interface Move {
  readonly thread: ThreadId;
  /** 0 unless the operation can go on in several ways (whom a signal wakes, whether time is up). */
  readonly way: number;
}

/** How a step uses an object. Two `read`s of one object commute, all other pairs do not. */
export type Use = 'read' | 'write';

/**
 * What a step touched, by number: bytes of memory, a semaphore, a pipe, a process's end ... A system
 * numbers the objects as it likes, the same object always the same. Enabling and disabling count as
 * touching: whoever makes a blocked step possible or impossible writes an object that this step uses.
 */
export type Footprint = ReadonlyMap<number, Use>;

/**
 * A thread's next step in the present state. A system may give the same object in several states: then all
 * of the step is the same, what it touches and where the thread stands included.
 */
export interface Pending {
  readonly thread: ThreadId;
  /** False while it has to wait for others. */
  readonly enabled: boolean;
  /** How many ways it has, at least 1. */
  readonly ways: number;
  /**
   * False for a step that no step of others can disable, like an access to memory: a search need not
   * look then for whom it could have come before. Left out, it may be disabled.
   */
  readonly mayBlock?: boolean;
  /** The thread whose last step has to come first, whatever others do: that it could come before isn't tried. */
  readonly afterEndOf?: ThreadId;
}

export interface Step {
  readonly move: Move;
  readonly footprint: Footprint;
  /** Threads that waited half-way through a step and go on from there by this one: left out, none. */
  readonly released?: readonly ThreadId[];
}

export interface PlaceInProgram {
  /** The same number for the same thread at the same place, whatever its data. */
  readonly location: number;
  /** The object without which the next step can't be taken; null: there is none, or it isn't known. */
  readonly needs: number | null;
}

/** The system in one state, and the way back to earlier ones. */
export interface System<Snapshot> {
  /** All threads that have not ended, in a fixed order. */
  pending(): readonly Pending[];
  /** What a thread's next step will touch, as far as it can be told before; never less than it does. */
  expected(thread: ThreadId): Footprint;
  /** Takes an enabled step. */
  take(move: Move): Step;
  snapshot(): Snapshot;
  /** `last`: the snapshot isn't used again. */
  restore(snapshot: Snapshot, last?: boolean): void;
  /** Equal for states from which the same can happen (names of processes, addresses, inodes renamed). */
  stateKey(): string;
  /** Where a thread stands in its program, by number, and what its next step needs: for searches that learn what threads may still do. */
  standing?(thread: ThreadId): PlaceInProgram;
  /** Whether an object that steps need is taken: then none of them can be taken before somebody writes it. */
  isTaken?(object: number): boolean;
  /**
   * The system took something for private that turned out to be shared: what was explored so far may miss
   * something. Begin again from the first state; the system remembers. Never true of simple systems.
   */
  readonly misjudged?: boolean;
}
