/**
 * Which instructions others could observe: system calls, and accesses to memory that they share, by
 * loads and stores or by intrinsics. Other processes share mappings; other threads of the process
 * share all of its memory but what can't be written. Explorers put scheduling points before them.
 * A thread's accesses by name to variables of its own frame are operands of any instruction: they are
 * visible where the variable's address is taken (frame-accesses.ts).
 */
import { type IntrinsicName, INTRINSICS } from '../abi/intrinsics';
import { Opcode, type OpcodeName, OPCODES } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { elementOf } from './effective-address';
import { frameAccessesAt } from './frame-accesses';

/** Whether the instruction at pc is a visible operation; `threaded`: the process has several threads. */
export function isVisible(context: ExecutionContext, threaded: boolean): boolean {
  const { code } = context.image;
  const op = code[context.pc];
  if (op === Opcode.SYS) return true;
  if (threaded && frameAccessesAt(context.image, context.pc) !== undefined) return true;
  if (op === undefined || (!threaded && context.memory.mappings.length === 0)) return false;
  if (op === Opcode.INTR) {
    return intrinsicIsVisible(context, code[context.pc + 1] as number, threaded);
  }
  if (op === Opcode.COPY || op === Opcode.COPYA) {
    return slotIsShared(context, 1, 0, threaded) || slotIsShared(context, 2, 0, threaded);
  }
  const access = ACCESSES[op];
  switch (access?.form) {
    case undefined:
      return false;
    case 'static': {
      const address = code[context.pc + access.operand] as number;
      return threaded && isShared(context, address, threaded);
    }
    case 'pointer': {
      const offset = code[context.pc + access.operand + 1] as number;
      return slotIsShared(context, access.operand, offset, threaded);
    }
    case 'element': {
      const element = elementOf(context, access.name);
      return element?.high === 0 && isShared(context, element.low, threaded);
    }
  }
}

interface MemoryAccess {
  readonly form: 'static' | 'pointer' | 'element';
  readonly name: OpcodeName;
  /** Number of the operand with the address, or the pointer. */
  readonly operand: number;
}

/** By opcode: what loads and stores do; null for all others. */
const ACCESSES: readonly (MemoryAccess | null)[] = OPCODES.map(({ name }) => {
  const operand = name.startsWith('LD') ? 2 : 1;
  if (/^(LD|ST)G\d/.test(name)) return { form: 'static', name, operand };
  if (/^(LD|ST)\d/.test(name)) return { form: 'pointer', name, operand };
  return /^(LD|ST)[XY]/.test(name) ? { form: 'element', name, operand } : null;
});

/** An address that others may access, too, and that can change. */
function isShared({ memory }: ExecutionContext, address: number, threaded: boolean): boolean {
  return threaded ? address >= memory.layout.dataBase : memory.mappingAt(address) !== null;
}

/** Pointer arguments of the intrinsics that touch memory. */
const pointerArguments: ReadonlyMap<string, readonly number[]> = new Map([
  ['atomic_update', [0]],
  ['atomic_exchange', [0]],
  ['atomic_compare', [0]],
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

/** The heap is one for all threads. */
const OF_HEAP: ReadonlySet<string> = new Set<IntrinsicName>([
  'malloc',
  'calloc',
  'realloc',
  'aligned_alloc',
  'free',
]);

function intrinsicIsVisible(context: ExecutionContext, number: number, threaded: boolean): boolean {
  const { memory, sp } = context;
  const name = INTRINSICS[number] ?? '';
  if (threaded && OF_HEAP.has(name)) return true;
  const pointers = pointerArguments.get(name) ?? [];
  return pointers.some((k) => isShared(context, memory.readInt64(sp + 8 * k) ?? 0, threaded));
}

function slotIsShared(
  context: ExecutionContext,
  operand: number,
  offset: number,
  threaded: boolean,
): boolean {
  const { memory, fp, image, pc } = context;
  const slot = image.code[pc + operand] as number;
  const pointer = memory.readInt64(fp + 4 * slot) ?? 0;
  return isShared(context, pointer + offset, threaded);
}
