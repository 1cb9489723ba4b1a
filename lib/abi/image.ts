/**
 * A program image: what the compiler and linker make and `execve` loads. Pure data, structured-clonable.
 * Debug information is part of it: figures, memory-error messages and the stepper read it.
 */
export interface ProgramImage {
  readonly version: 1;
  /** File name of the executable as shown to people, e.g. "fork-tree.c" or "/bin/ls". */
  readonly name: string;
  /** Code words, see abi/opcodes. Shared by all processes that run this image, never written. */
  readonly code: Int32Array;
  /** Word index of `_start`. */
  readonly entry: number;
  /** Bytes of read-only data (string literals, const objects), initialized data; placed page-aligned. */
  readonly rodata: Segment;
  readonly data: Segment;
  readonly bss: { readonly address: number; readonly bytes: number };
  /**
   * Objects of thread storage duration: `address` is the first thread's block, part of the data
   * segment; every other thread starts with a copy of its bytes.
   */
  readonly threadLocal: Segment;
  /** First address of the heap (page-aligned, after bss). */
  readonly heapBase: number;
  /** Sorted by start. Text addresses that CALLR accepts are exactly the starts. */
  readonly functions: readonly FunctionInfo[];
  /** Objects with static storage, sorted by address; the gaps between them are redzones. */
  readonly globals: readonly VariableInfo[];
  /** File names that line entries refer to. */
  readonly files: readonly string[];
  /** Line table sorted by pc: entry k covers code words [pc[k], pc[k+1]). */
  readonly lines: LineTable;
  /** Code words of loads whose value goes only into the store after it, or is masked first: in order. */
  readonly passedOn: Int32Array;
  /** Types that variables refer to by index. */
  readonly types: readonly TypeInfo[];
}

export interface Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
}

export interface LineTable {
  /** Word index of the first code word of the entry. */
  readonly pc: Int32Array;
  /** Index into ProgramImage.files. */
  readonly file: Int32Array;
  /** From 1. */
  readonly line: Int32Array;
  /** From 1, in UTF-16 units. */
  readonly column: Int32Array;
}

export interface FunctionInfo {
  readonly name: string;
  /** Word indices [start, end). */
  readonly start: number;
  readonly end: number;
  /** True for the C library and start-up code: hidden from students' views by default. */
  readonly library: boolean;
  /** Index into files and line of the definition. */
  readonly file: number;
  readonly line: number;
  readonly frameBytes: number;
  readonly parameters: readonly VariableInfo[];
  readonly locals: readonly VariableInfo[];
}

export interface VariableInfo {
  readonly name: string;
  /** Index into ProgramImage.types. */
  readonly type: number;
  /** Absolute address for static storage, byte offset from fp for parameters and locals. */
  readonly location: number;
  readonly bytes: number;
  readonly line: number;
  /** Code words [from, to) in which a block-scoped local is in scope. Absent for static storage. */
  readonly scope?: { readonly from: number; readonly to: number };
  /** Static storage only: true for string literals and const objects in rodata. */
  readonly readOnly?: boolean;
  readonly library?: boolean;
  /** `location` holds the address of a variable-length array; `type` is a pointer to its elements. */
  readonly variableLength?: true;
}

export type TypeInfo =
  | { readonly kind: 'void' }
  | {
      readonly kind: 'integer';
      readonly name: string;
      readonly bytes: number;
      readonly signed: boolean;
    }
  | { readonly kind: 'floating'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'pointer'; readonly to: number }
  | { readonly kind: 'array'; readonly of: number; readonly count: number }
  | {
      readonly kind: 'record';
      readonly name: string;
      readonly bytes: number;
      readonly union: boolean;
      readonly fields: readonly FieldInfo[];
    }
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly constants: readonly { readonly name: string; readonly value: number }[];
    }
  | { readonly kind: 'function'; readonly text: string };

export interface FieldInfo {
  readonly name: string;
  readonly type: number;
  readonly offset: number;
  /** Bit-fields only. */
  readonly bits?: { readonly offset: number; readonly width: number };
}
