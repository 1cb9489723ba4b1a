/**
 * A run as lanes, one for each process and in it one for each of its threads, with a mark for each
 * operation that others could notice. Plain data, made from the events of a run (run-timeline.ts) or
 * from the story of a counterexample; figures only draw it. Leaves out what is private to a thread.
 */
import type { SourcePosition, WaitReason } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';

export interface Timeline {
  /** In order of creation. */
  readonly lanes: readonly Lane[];
  /** In order of happening. */
  readonly marks: readonly Mark[];
  readonly waits: readonly WaitSpan[];
  readonly conflicts: readonly Conflict[];
  /** Marks that were left out at the end: nobody reads ten thousand. */
  readonly omitted: number;
}

/** Index of `Timeline.marks`. */
export type MarkIndex = number;

export interface Lane {
  readonly process: Pid;
  /** How the story calls it: "parent", "child 2". */
  readonly name: string;
  /** In order of creation, the first one (whose id is the pid) always. */
  readonly threads: readonly LaneThread[];
  /** When the process ended: from then on it is a zombie. null: it never did. */
  readonly ended: MarkIndex | null;
  /** When somebody had waited for it. */
  readonly reaped: MarkIndex | null;
}

export interface LaneThread {
  readonly id: Pid;
  /** "main", "thread 1"; not shown where a process has only one. */
  readonly name: string;
  /** The mark that made it. */
  readonly begins: MarkIndex;
  readonly ends: MarkIndex | null;
}

export interface Mark {
  readonly kind: MarkKind;
  /** The machine's step after the operation: `Recording.goTo(step)` shows what it came to. */
  readonly step: number;
  readonly thread: Pid;
  /** Short, in the student's words: "reads count: 3", "sem_wait(&full)", "prints “4”". */
  readonly text: string;
  readonly at: SourcePosition | null;
  /** What is wrong from here on, in a sentence; null for what is as it should be. */
  readonly violation: string | null;
}

/** What a mark looks like: memory that is shared, a call, what the kernel does to a process. */
export type MarkKind =
  'read' | 'write' | 'call' | 'output' | 'input' | 'created' | 'ended' | 'signal' | 'finding';

/** A thread waits from its own mark until the mark of whoever lets it go on. */
export interface WaitSpan {
  readonly thread: Pid;
  readonly from: MarkIndex;
  /** null: for ever. */
  readonly to: MarkIndex | null;
  readonly reason: WaitReason;
}

/** Two operations on the same object whose order matters, at least one of them changing it. */
export interface Conflict {
  readonly first: MarkIndex;
  readonly second: MarkIndex;
  /** "count", "buffer[0]", "semaphore full". */
  readonly object: string;
  /** Both are among the few that explain what goes wrong. */
  readonly isEssential: boolean;
}
