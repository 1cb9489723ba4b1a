/**
 * A state of the machine in parts: what the kernel has, what each thread has of its own, the words that
 * belong to nobody alone, the output. Equal parts are the same object, so that what a thread does next
 * can be looked up by the parts that it depends on (remembered-steps.ts), and what a step changes is a
 * part exchanged for another. The parts' sums make the state's key.
 */
import type { Pending, ThreadId } from '../system';
import type { StackRange } from './stack-range';
import type { Digest } from './state-hash';
import type { Operation } from './operation';
import type { WordValue } from './word-sums';

/** All but memory that threads own or share, and registers. */
export interface KernelPart extends Digest {
  readonly number: number;
  /** Without memory. */
  readonly own: Digest;
  /** Memory that is nobody's, and what is mapped where: all of this part that accesses to memory depend on. */
  readonly rest: number;
  /** In order of their numbers, timers of processes included. */
  readonly threads: readonly ThreadId[];
  /** By thread: nothing of the kernel has a say in its next operation, if it is one on memory. */
  readonly isPlain: readonly boolean[];
  /** By thread: others' steps could change its memory unseen, so that nothing can be said of its own. */
  readonly isOpaque: readonly boolean[];
}

/**
 * Registers and memory of one thread. Its sum is of what is alive of its stack; parts that differ below
 * the stack pointer are different parts, as what is left there comes back with the next call.
 */
export interface LocalPart extends Digest {
  readonly thread: ThreadId;
  /** Pid of its process; 0 for a timer. */
  readonly process: number;
  /** It has all of its process's memory. */
  readonly isWhole: boolean;
  /** It stands before a call that depends on more than memory. */
  readonly dependsOnKernel: boolean;
  /** Where it is in the program: the calls on its stack. */
  readonly calls: string;
  /** Where its stack lies. */
  readonly stack: StackRange | null;
  /** What it does next, by the number of the kernel's part, or of the rest of memory. */
  readonly standings: Map<number, Standing>;
}

export interface OutputPart extends Digest {
  readonly number: number;
}

export interface Position {
  readonly kernel: KernelPart;
  /** As `kernel.threads`. */
  readonly locals: readonly LocalPart[];
  /** By slot. */
  readonly values: readonly WordValue[];
  /** Their sum. */
  readonly words: Digest;
  readonly output: OutputPart;
}

/** A thread's registers and memory, where the kernel is so, or the memory that is nobody's. */
export interface Standing {
  /** Of `Ownership`: made before others were known that it may depend on. */
  readonly version: number;
  /** Slots that its next operation depends on. */
  readonly words: readonly number[];
  /** By their values. */
  readonly known: Map<ValuesKey, Remembered>;
  /** Other values had other footprints: nothing is remembered. */
  isIrregular: boolean;
}

/** Values of certain slots. */
export type ValuesKey = string | number;

export interface Remembered {
  readonly operation: Operation;
  /** What a search is told of it. */
  readonly pending: Pending;
  readonly words: readonly number[];
  readonly version: number;
  /** By way. */
  readonly effects: (Effects | undefined)[];
}

/** What a way of an operation changes. */
export interface Effects {
  /** Whether it depends on all of the kernel, and on the output so far. */
  readonly onKernel: boolean;
  readonly onOutput: boolean;
  /** By their numbers, as far as it depends on them. */
  readonly known: Map<number, Effect>;
}

export interface Effect {
  /** Null: as before. */
  readonly kernel: KernelPart | null;
  /** Of the thread that took the step, and of those that it made. */
  readonly locals: ReadonlyMap<ThreadId, LocalPart>;
  readonly writes: readonly SlotWrite[];
  readonly output: OutputPart | null;
  /** Instructions, and what calls cost. */
  readonly work: number;
  /** Of `Step`. */
  readonly released: readonly ThreadId[];
}

export interface SlotWrite {
  readonly slot: number;
  readonly value: WordValue;
}

/** Six UTF-16 units. */
export function keyOfPosition({ kernel, locals, words, output }: Position): string {
  let a = kernel.a + words.a + output.a;
  let b = kernel.b + words.b + output.b;
  let c = kernel.c + words.c + output.c;
  for (const local of locals) {
    a += local.a;
    b += local.b;
    c += local.c;
  }
  return String.fromCharCode(a >>> 16, a & 0xffff, b >>> 16, b & 0xffff, c >>> 16, c & 0xffff);
}

/** What a thread's next operation depends on beside its own part and slots: a call on all of the kernel's. */
export function contextOf({ kernel, locals }: Position, index: number): number {
  return kernel.isPlain[index] === true && locals[index]?.dependsOnKernel === false
    ? kernel.rest
    : kernel.number;
}
