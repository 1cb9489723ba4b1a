/**
 * What there is to see of a process's memory at a moment, as plain data: its regions from low to high
 * addresses, and in them variables, heap blocks, mappings, frames and arguments. memory.ts makes it.
 * Bounded: long lists say how much they leave out.
 */
import type { Value } from '../../vm/values/value';
import type { SourcePosition } from '../events';
import type { Pid } from '../pid';

export interface MemoryInspection {
  /** Those that were asked for, in that order. */
  readonly processes: readonly MemoryOfProcess[];
}

export type MemoryOfProcess =
  | PresentMemory
  /** A zombie's memory has been given back. `unborn`: there is no such process at this moment. */
  | { readonly kind: 'zombie' | 'unborn'; readonly pid: Pid };

export interface PresentMemory {
  readonly kind: 'present';
  readonly pid: Pid;
  readonly name: string;
  /** A child of vfork: it works in its parent's memory until it ends or executes a program. */
  readonly isBorrowed: boolean;
  /** Whose copy it is, since fork; null: it has executed a program since, or nobody forked it. */
  readonly copyOf: Pid | null;
  /** From low to high addresses; between them there is nothing. */
  readonly regions: readonly MemoryRegion[];
}

export type RegionKind =
  | 'text'
  | 'read-only data'
  | 'initialized data'
  | 'uninitialized data'
  | 'heap'
  | 'mapping'
  | 'stack'
  | 'arguments';

export interface MemoryRegion {
  readonly kind: RegionKind;
  /** [from, to): of a stack, from the stack pointer up. */
  readonly from: number;
  readonly to: number;
  readonly pages: readonly PageRun[];
  readonly contents: RegionContents;
}

/** Pages one after the other of which the same is to be said. */
export interface PageRun {
  readonly from: number;
  readonly count: number;
  /** `blank`: all bytes zero. `shared`: with a relative, since fork. `copied`: one of the two has written since. `own`: no relative has it. */
  readonly state: 'blank' | 'own' | 'shared' | 'copied';
  /** Who has the same page, or who has written since the fork. */
  readonly with: readonly Pid[];
}

export type RegionContents =
  | {
      readonly kind: 'code';
      readonly functions: readonly ShownFunction[];
      readonly sharedWith: readonly Pid[];
    }
  | {
      readonly kind: 'variables';
      readonly variables: readonly ShownVariable[];
      readonly leftOut: number;
      /** Objects of the C library. */
      readonly hidden: number;
    }
  | {
      readonly kind: 'blocks';
      readonly blocks: readonly ShownBlock[];
      readonly leftOut: number;
      readonly allocatedBytes: number;
    }
  | { readonly kind: 'mapping'; readonly mapping: ShownMapping }
  | {
      readonly kind: 'frames';
      readonly thread: Pid;
      /** How far down it may grow. */
      readonly limit: number;
      /** Innermost first. */
      readonly frames: readonly ShownFrame[];
      readonly leftOut: number;
      readonly threadLocals: readonly ShownVariable[];
    }
  | {
      readonly kind: 'strings';
      readonly strings: readonly ShownString[];
      readonly leftOut: number;
    };

export interface ShownFunction {
  readonly name: string;
  readonly address: number;
  readonly bytes: number;
  readonly line: number;
}

export interface ShownVariable {
  readonly name: string;
  /** As C writes it. */
  readonly type: string;
  readonly address: number;
  readonly bytes: number;
  /** Where it is declared. */
  readonly line: number;
  readonly value: Value;
  readonly difference: Difference | null;
}

/** What a child's object has that its parent's, or the one at the fork, hasn't. */
export interface Difference {
  /** On one line. */
  readonly atFork: string;
  /** null: the parent hasn't the object any more. */
  readonly inParent: string | null;
  /** Who has changed it since the fork. */
  readonly changedBy: readonly Pid[];
}

export interface ShownBlock {
  readonly address: number;
  readonly bytes: number;
  readonly state: 'allocated' | 'freed';
  /** The line of the program that asked for it, if known; and that freed it. */
  readonly allocatedAt: SourcePosition | null;
  readonly freedAt: SourcePosition | null;
  /** By the pointers that lead to it; null: none does, or none says. */
  readonly type: string | null;
  readonly value: Value | null;
  readonly difference: Difference | null;
}

export interface ShownMapping {
  /** "shared memory 3", "/counter". */
  readonly name: string;
  readonly kind: 'system-v' | 'shared' | 'private' | 'semaphore';
  readonly access: 'none' | 'read' | 'read and write' | 'write';
  /** Where in the object it begins. */
  readonly offset: number;
  /** Every process that has the object in its memory, this one too, and where. */
  readonly attached: readonly { readonly pid: Pid; readonly address: number }[];
  readonly type: string | null;
  readonly value: Value | null;
}

export interface ShownFrame {
  readonly function: string;
  /** Of the C library: without its variables. */
  readonly isLibrary: boolean;
  readonly at: SourcePosition | null;
  /** [from, to): outgoing arguments, locals, and the record of the caller. */
  readonly from: number;
  readonly to: number;
  /** The line that goes on when it returns; null: none of the program. */
  readonly returnsTo: SourcePosition | null;
  readonly variables: readonly ShownVariable[];
}

export interface ShownString {
  /** "argv[1]"; of the environment its name is in the text. */
  readonly name: string;
  readonly address: number;
  /** In quotes. */
  readonly text: string;
}
