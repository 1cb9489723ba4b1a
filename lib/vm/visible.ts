/**
 * Which instructions another process could observe: system calls, and accesses to shared
 * mappings, by loads and stores or by intrinsics. Explorers put scheduling points before them.
 */
import { INTRINSICS } from '../abi/intrinsics';
import { Opcode, OPCODES } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { elementOf } from './effective-address';

/** Whether the instruction at pc is a visible operation. */
export function isVisible(context: ExecutionContext): boolean {
  const { code } = context.image;
  const op = code[context.pc];
  if (op === Opcode.SYS) return true;
  if (op === undefined || context.memory.mappings.length === 0) return false;
  if (op === Opcode.INTR) return intrinsicIsVisible(context, code[context.pc + 1] as number);
  if (op === Opcode.COPY) {
    return slotIsShared(context, 1, 0) || slotIsShared(context, 2, 0);
  }
  const name = OPCODES[op]?.name ?? 'ILL';
  const element = elementOf(context, name);
  if (element !== null) {
    return element.high === 0 && context.memory.mappingAt(element.low) !== null;
  }
  if (/^LD\d/.test(name)) return slotIsShared(context, 2, code[context.pc + 3] as number);
  if (/^ST\d/.test(name)) return slotIsShared(context, 1, code[context.pc + 2] as number);
  return false;
}

/** Pointer arguments of the intrinsics that touch memory. */
const pointerArguments: ReadonlyMap<string, readonly number[]> = new Map([
  ['memcpy', [0, 1]],
  ['memmove', [0, 1]],
  ['memset', [0]],
  ['memcmp', [0, 1]],
  ['strlen', [0]],
  ['strcmp', [0, 1]],
  ['strcpy', [0, 1]],
  ['format_double', [0]],
  ['parse_double', [0, 1]],
  ['setjmp', [0]],
  ['longjmp', [0]],
]);

function intrinsicIsVisible(context: ExecutionContext, number: number): boolean {
  const { memory, sp } = context;
  const pointers = pointerArguments.get(INTRINSICS[number] ?? '') ?? [];
  return pointers.some((k) => memory.mappingAt(memory.readInt64(sp + 8 * k) ?? 0) !== null);
}

function slotIsShared(context: ExecutionContext, operand: number, offset: number): boolean {
  const { memory, fp, image, pc } = context;
  const slot = image.code[pc + operand] as number;
  const pointer = memory.readInt64(fp + 4 * slot) ?? 0;
  return memory.mappingAt(pointer + offset) !== null;
}
