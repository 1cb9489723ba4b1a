/**
 * A small assembler for tests and micro-benchmarks: instructions as arrays, labels as strings,
 * and an image around them. Slots and offsets are as in abi/opcodes. Not used by the product.
 */
import { DATA_BASE_MIN, PAGE_SIZE } from '../../abi/address-space';
import type { FunctionInfo, ProgramImage, TypeInfo, VariableInfo } from '../../abi/image';
import { intrinsicNumber } from '../../abi/intrinsics';
import { Opcode, OPCODES, type OpcodeName } from '../../abi/opcodes';
import type { ExecutionContext } from '../context';
import type { MemoryLimits } from '../memory';
import { startContext } from '../start';

/** A label definition, or an opcode and its operands; a string operand is a label or an intrinsic. */
export type Line = string | readonly [OpcodeName, ...(number | string)[]];

export interface FunctionSource {
  readonly name: string;
  readonly body: readonly Line[];
  readonly library?: boolean;
  readonly locals?: readonly VariableInfo[];
}

export interface ImageSource {
  /** The first is the entry. Line k of a function's body has line number 10 * index + k + 1. */
  readonly functions: readonly FunctionSource[];
  readonly rodata?: Uint8Array;
  readonly data?: Uint8Array;
  readonly bssBytes?: number;
  readonly globals?: readonly VariableInfo[];
  readonly types?: readonly TypeInfo[];
}

/** Types for debug information: 0 int, 1 char, 2 char[8], 3 int[4], 4 long, 5 char[10]. */
export const TEST_TYPES: readonly TypeInfo[] = [
  { kind: 'integer', name: 'int', bytes: 4, signed: true },
  { kind: 'integer', name: 'char', bytes: 1, signed: true },
  { kind: 'array', of: 1, count: 8 },
  { kind: 'array', of: 0, count: 4 },
  { kind: 'integer', name: 'long', bytes: 8, signed: true },
  { kind: 'array', of: 1, count: 10 },
];

export const RODATA_BASE = DATA_BASE_MIN;
export const DATA_BASE = DATA_BASE_MIN + PAGE_SIZE;
export const BSS_BASE = DATA_BASE_MIN + 2 * PAGE_SIZE;

export function assemble(source: ImageSource): ProgramImage {
  const code: number[] = [Opcode.ILL];
  const labels = new Map<string, number>();
  const fixups: { at: number; label: string }[] = [];
  const functions: FunctionInfo[] = [];
  const lines = { pc: [] as number[], file: [] as number[], line: [] as number[] };
  source.functions.forEach((unit, index) => {
    const start = code.length;
    labels.set(unit.name, start);
    unit.body.forEach((line, k) => {
      if (typeof line === 'string') {
        labels.set(line, code.length);
        return;
      }
      lines.pc.push(code.length);
      lines.file.push(0);
      lines.line.push(10 * index + k + 1);
      const [name, ...operands] = line;
      code.push(Opcode[name]);
      for (const operand of operands) {
        if (typeof operand === 'number') code.push(operand | 0);
        else if (name === 'INTR') code.push(intrinsicNumber.get(operand) ?? -1);
        else {
          fixups.push({ at: code.length, label: operand });
          code.push(0);
        }
      }
      checkArity(name, operands.length);
    });
    functions.push({
      name: unit.name,
      start,
      end: code.length,
      library: unit.library ?? false,
      file: 0,
      line: 10 * index + 1,
      frameBytes: 0,
      parameters: [],
      locals: unit.locals ?? [],
    });
  });
  for (const { at, label } of fixups) {
    const target = labels.get(label);
    if (target === undefined) throw new Error(`no label ${label}`);
    code[at] = target;
  }
  const bssBytes = source.bssBytes ?? 0;
  return {
    version: 1,
    name: 'test.c',
    code: Int32Array.from(code),
    entry: functions[0]?.start ?? 1,
    rodata: { address: RODATA_BASE, bytes: source.rodata ?? new Uint8Array(0) },
    data: { address: DATA_BASE, bytes: source.data ?? new Uint8Array(0) },
    bss: { address: BSS_BASE, bytes: bssBytes },
    threadLocal: { address: DATA_BASE, bytes: new Uint8Array(16) },
    heapBase: BSS_BASE + Math.max(1, Math.ceil(bssBytes / PAGE_SIZE)) * PAGE_SIZE,
    functions,
    globals: source.globals ?? [],
    files: ['test.c'],
    lines: {
      pc: Int32Array.from(lines.pc),
      file: Int32Array.from(lines.file),
      line: Int32Array.from(lines.line),
      column: new Int32Array(lines.pc.length).fill(1),
    },
    passedOn: new Int32Array(0),
    types: source.types ?? TEST_TYPES,
  };
}

/** A process of the image, with no arguments. */
export function start(source: ImageSource, limits?: MemoryLimits): ExecutionContext {
  const context = startContext(assemble(source), [], [], limits);
  if (context === null) throw new Error('arguments too long');
  return context;
}

/** One function `main` whose frame is 256 bytes: 16 outgoing slots, then locals. */
export function program(body: readonly Line[], more: Partial<ImageSource> = {}): ImageSource {
  return {
    ...more,
    functions: [
      { name: 'main', body: [['ENTER', 256], ...body, ['SYS', 60]] },
      ...(more.functions ?? []),
    ],
  };
}

/** Byte offset from fp, and slot number, of outgoing slot k in a `program`. */
export function outgoingOffset(k: number): number {
  return -256 + 8 * k;
}
export function outgoingSlot(k: number): number {
  return outgoingOffset(k) / 4;
}

function checkArity(name: OpcodeName, given: number): void {
  const { operands } = OPCODES[Opcode[name]] as (typeof OPCODES)[number];
  if (operands.includes('*')) return;
  if (operands.length !== given) throw new Error(`${name} takes ${operands.length} operands`);
}
