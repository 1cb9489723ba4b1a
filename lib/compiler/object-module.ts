/**
 * What generate/ makes of one translation unit and the linker joins into a program image. Code is
 * relocatable: jumps inside a function are relative to its first word; addresses and calls are listed.
 */
import type { FunctionInfo, TypeInfo, VariableInfo } from '../abi/image';
import type { FunctionOrder } from './typed-tree';

export interface ObjectModule {
  readonly unit: string;
  readonly library: boolean;
  readonly functions: readonly ObjectFunction[];
  readonly data: readonly ObjectData[];
  readonly types: readonly TypeInfo[];
  readonly files: readonly string[];
}

export interface ObjectFunction {
  readonly symbol: LinkName;
  /** GNU's `constructor` and `destructor`: the order in which it runs before main, or after exit. */
  readonly startup?: FunctionOrder;
  readonly cleanup?: FunctionOrder;
  /** GNU's `weak`: it may meet another definition. */
  readonly tentative?: boolean;
  /** Jump targets are word indices from the function's first word. */
  readonly code: Int32Array;
  /** Words that hold a jump target. */
  readonly targets: Int32Array;
  readonly fixups: readonly Fixup[];
  /** Loads whose value is only passed on, see abi/image: from the function's first word, in order. */
  readonly passedOn: readonly number[];
  /** pc, locals' scopes: from the function's first word. */
  readonly info: Omit<FunctionInfo, 'start' | 'end'>;
  /** Flat quadruples: word, file, line, column. */
  readonly lines: readonly number[];
}

/**
 * `code`: the word becomes the target's word index (CALL); `address`: its address plus addend;
 * `thread`: its place in every thread's block, plus addend.
 */
export interface Fixup {
  readonly word: number;
  readonly kind: 'code' | 'address' | 'thread';
  readonly target: LinkName;
  readonly addend: number;
}

export interface ObjectData {
  readonly symbol: LinkName;
  readonly segment: 'rodata' | 'data' | 'bss' | 'thread';
  readonly bytes: Uint8Array | number;
  readonly alignment: number;
  readonly relocations: readonly {
    readonly offset: number;
    readonly target: LinkName;
    readonly addend: number;
  }[];
  /** null for string literals: named by their text in messages. */
  readonly info: Omit<VariableInfo, 'location'>;
  /** Tentative or common definitions may meet another definition of the same name. */
  readonly tentative: boolean;
}

/** External names are joined across modules; internal ones carry their unit: "fork.c#counter". */
export type LinkName = string;
