/**
 * Numbers of what steps touch. Memory counts in words of four bytes, by the space that they lie in (the
 * memory of a process, or a shared region, wherever it is mapped) and their place there; a word of which
 * threads use different bytes, in bytes. What the kernel has is told by its kind and number, below zero.
 */
const KINDS = [
  /** Conflicts with all that anybody does: what isn't known better. */
  'everything',
  'output',
  'input',
  'terminal',
  'clock',
  'random',
  'device',
  /** An open file description: its offset, flags, and whether it is the last reference. */
  'description',
  'pipe',
  /** Numbers of pipes and inodes are given in order. */
  'pipe-numbers',
  'file',
  /** All contents and attributes of files; writing one file reads it. */
  'files',
  /** Directories: what names there are. */
  'names',
  'file-locks',
  'network',
  'semaphore-set',
  'semaphore-sets',
  'message-queue',
  'message-queues',
  'shared-memory',
  /** How many attachments keep a region. */
  'region',
  'named-semaphores',
  /** Which processes there are. */
  'processes',
  /** The end of a process, or of a thread. */
  'end',
  /** What wait tells the process of its children. */
  'children',
  'parent',
  /** Process groups and sessions. */
  'groups',
  /** Pending signals of a process and its threads, masks, actions. */
  'signals',
  'timer',
  /** Places of threads' stacks in a process. */
  'stacks',
  /** How many threads a process has. */
  'threads',
  /** That a process with several threads goes on: one of them may end it for all. */
  'life',
  /** Descriptors, mappings, working directory of a process with several threads. */
  'process',
  'heap',
  'priorities',
] as const;

export type ObjectKind = (typeof KINDS)[number];

const kindNumber = Object.fromEntries(KINDS.map((kind, number) => [kind, number])) as Record<
  ObjectKind,
  number
>;
const KIND_FACTOR = 64;

export function kernelObject(kind: ObjectKind, id = 0): number {
  return -(1 + kindNumber[kind] + KIND_FACTOR * id);
}

export const EVERYTHING = kernelObject('everything');

/** Of each word: itself, and its four bytes. */
const WORD_FACTOR = 8;
const SPACE_FACTOR = 2 ** 33;

export function wordObject(space: number, address: number): number {
  return space * SPACE_FACTOR + Math.floor(address / 4) * WORD_FACTOR;
}

/** `byte`: 0 to 3, in the word. */
export function byteObject(word: number, byte: number): number {
  return word + 1 + byte;
}

/** The word of an object of memory, or that it lies in. */
export function placeOfWord(object: number): { readonly space: number; readonly address: number } {
  const space = Math.floor(object / SPACE_FACTOR);
  return { space, address: Math.floor((object % SPACE_FACTOR) / WORD_FACTOR) * 4 };
}

export function wordOf(object: number): number {
  return object - (object % WORD_FACTOR);
}
