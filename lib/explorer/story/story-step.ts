/** The steps that stories are made of. */
import type { SourcePosition } from '../../kernel/events';
import type { ThreadId } from '../system';

export interface StoryStep {
  readonly kind: StoryKind;
  readonly thread: ThreadId;
  /** "child 1" */
  readonly who: string;
  /** What it does, after who: "reads `count` (3)". */
  readonly text: string;
  readonly at: SourcePosition | null;
  /** Index of the schedule's choice. */
  readonly choice: number;
  /** Instructions that the machine has executed when it is done. */
  readonly step: number;
  /** Equal for the same bytes, semaphore, pipe ...; null where there is no object. */
  readonly object: string | null;
  readonly objectName: string | null;
  /** Of accesses: what was read or written. */
  readonly value: string | null;
  /** Who was created or waited for; null: nobody. */
  readonly other: ThreadId | null;
}

export type StoryKind =
  | 'read'
  | 'write'
  | 'lock'
  | 'unlock'
  | 'wait'
  | 'notify'
  | 'message'
  | 'created'
  | 'joined'
  | 'ended'
  | 'signal'
  | 'output'
  | 'finding'
  | 'call';

/** Indices of two steps on the same object whose order matters. */
export interface StoryConflict {
  readonly first: number;
  readonly second: number;
  readonly object: string;
}
