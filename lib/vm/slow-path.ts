/**
 * Instructions that the processor's loop leaves: system calls, intrinsics, blocks, unaligned and
 * shared memory, stack growth, and everything that has to be reported. One handler an opcode; a
 * handler does its instruction whole, pc included, or returns a fault and changes nothing.
 */
import { PAGE_SIZE, STACK_TOP, TEXT_BASE } from '../abi/address-space';
import { INTRINSICS } from '../abi/intrinsics';
import { Opcode, type OpcodeName } from '../abi/opcodes';
import { arithmeticHandlers } from './arithmetic';
import { stackFloorOf, type ExecutionContext } from './context';
import { fatalFinding, fault } from './finding';
import { functionAt } from './debug-info';
import { hex } from './explain-access';
import { runIntrinsic } from './intrinsics';
import { indexOutOfBounds } from './index-bounds';
import { accessHandlers } from './loads-and-stores';
import { describeObject, nearestObject, objectBytes } from './memory-object';
import { returnWithoutValue } from './missing-return';
import { operand, slot, slotHigh, slotWord, type Handler } from './operands';
import { FRAME_RECORD_SHADOW, GRANULE_BYTES, Shadow } from './shadow';
import { clearShadow } from './stack-shadow';
import { walkStack } from './stack-walk';
import type { Trap } from './trap';

/** Room that every frame keeps below sp, so that CALL need not check. */
export const STACK_MARGIN_BYTES = 256;

/** Does the instruction at pc. Null: go on. */
export function executeSlowly(context: ExecutionContext): Trap | null {
  const op = context.image.code[context.pc];
  const handler = op === undefined ? undefined : handlers[op];
  return handler === undefined ? illegalInstruction(context) : handler(context);
}

const named: Partial<Record<OpcodeName, Handler>> = {
  ...arithmeticHandlers,
  ...accessHandlers,
  CALLR: callThroughPointer,
  ENTER: enter,
  ALLOCA: moveStackPointer,
  ALLOCV: allocateObject,
  RETN: returnWithoutValue,
  BOUND: (context) => indexOutOfBounds(context, false),
  BOUND64: (context) => indexOutOfBounds(context, true),
  CLEAR: (context) => {
    clearShadow(context, context.sp, context.fp);
    context.pc += 1;
    return null;
  },
  SYS: systemCall,
  INTR: intrinsic,
  POISON: (context) => {
    const o = operand(context, 1);
    context.memory.poison(context.fp + o, operand(context, 2), Shadow.stackRedzone);
    context.pc += 3;
    return null;
  },
  UNPOISON: (context) => {
    const from = context.fp + operand(context, 1);
    clearShadow(context, from, from + operand(context, 2) + GRANULE_BYTES - 1);
    context.pc += 3;
    return null;
  },
  UNSET: (context) => {
    context.memory.unset(context.fp + operand(context, 1), operand(context, 2));
    context.pc += 3;
    return null;
  },
};

/** By opcode number. */
const handlers: readonly (Handler | undefined)[] = ((): (Handler | undefined)[] => {
  const table: (Handler | undefined)[] = [];
  for (const [name, handler] of Object.entries(named) as [OpcodeName, Handler][]) {
    table[Opcode[name]] = handler;
  }
  return table;
})();

const systemCallTraps: readonly Trap[] = Array.from({ length: 1100 }, (_, number) => ({
  kind: 'system-call',
  number,
}));

function systemCall(context: ExecutionContext): Trap {
  const number = operand(context, 1);
  context.pc += 2;
  return systemCallTraps[number] ?? { kind: 'system-call', number };
}

function intrinsic(context: ExecutionContext): Trap | null {
  const name = INTRINSICS[operand(context, 1)];
  return name === undefined ? illegalInstruction(context) : runIntrinsic(context, name);
}

function illegalInstruction(context: ExecutionContext): Trap {
  return fault(
    context,
    'bad-call',
    'SIGILL',
    `The program ran to ${hex(TEXT_BASE + 4 * context.pc)}, where there is no code. A return address on the stack was probably overwritten.`,
    TEXT_BASE + 4 * context.pc,
  );
}

// ---- calls and the stack --------------------------------------------------------------------

function callThroughPointer(context: ExecutionContext): Trap | null {
  const { memory } = context;
  const high = slotHigh(context, 1);
  const address = slot(context, 1);
  const target = (address - TEXT_BASE) >> 2;
  const found = high === 0 && (address & 3) === 0 ? functionAt(context.image, target) : null;
  if (found === null || found.start !== target) return badCall(context, address, high);
  const fp = context.sp - 16;
  const flat = fp - memory.stackDelta;
  const word = flat >> 2;
  memory.i32[word] = context.fp;
  memory.i32[word + 1] = 0;
  memory.i32[word + 2] = TEXT_BASE + ((context.pc + 2) << 2);
  memory.i32[word + 3] = 0;
  memory.shadow16[flat >> 4] = FRAME_RECORD_SHADOW;
  context.sp = fp;
  context.fp = fp;
  context.pc = target;
  return null;
}

function badCall(context: ExecutionContext, address: number, high: number): Trap {
  const whole = (high >>> 0) * 2 ** 32 + (address >>> 0);
  const object = high === 0 && address > 0 ? nearestObject(context, address) : null;
  const offset = object === null ? -1 : address - object.address;
  const inside = object !== null && offset >= 0 && offset < objectBytes(object);
  const message =
    whole === 0
      ? 'This calls a function through a null pointer.'
      : inside
        ? `This calls a function through a pointer that leads to ${describeObject(context, object)}: that is data, no function.`
        : `This calls a function through a pointer that holds ${hex(whole)}, where no function begins.`;
  return fault(context, 'bad-call', 'SIGSEGV', message, whole);
}

function enter(context: ExecutionContext): Trap | null {
  const bytes = operand(context, 1);
  const trap = extendStack(context, context.fp - bytes);
  if (trap !== null) return trap;
  context.memory.markDirty(context.sp - context.memory.stackDelta, bytes + 16);
  context.pc += 2;
  return null;
}

const OBJECT_REDZONE_BYTES = 16;

/** A variable-length array, or what alloca() gives: between redzones, above the outgoing area. */
function allocateObject(context: ExecutionContext): Trap | null {
  const { memory, sp } = context;
  const asked = slotHigh(context, 2) * 2 ** 32 + (slot(context, 2) >>> 0);
  if (asked < 0) {
    const message = `This asks for an array of ${asked} bytes on the stack: its number of elements is negative. Check it before the declaration.`;
    return fault(context, 'invalid-size', 'SIGSEGV', message);
  }
  const bytes = OBJECT_REDZONE_BYTES + Math.ceil((asked + GRANULE_BYTES) / 16) * 16;
  const trap = extendStack(context, sp - bytes);
  if (trap !== null) return trap;
  const start = context.sp + operand(context, 3);
  memory.markDirty(context.sp - memory.stackDelta, bytes + 16);
  memory.poison(start, bytes, Shadow.stackRedzone);
  memory.unset(start + OBJECT_REDZONE_BYTES, asked);
  const word = slotWord(context, 1);
  memory.i32[word] = start + OBJECT_REDZONE_BYTES;
  memory.i32[word + 1] = 0;
  context.pc += 4;
  return null;
}

function moveStackPointer(context: ExecutionContext): Trap | null {
  const { memory } = context;
  const asked = slotHigh(context, 2) * 2 ** 32 + (slot(context, 2) >>> 0);
  const bytes = Math.ceil(asked / 16) * 16;
  const { sp } = context;
  if (bytes < 0) {
    // The objects given back lay above the outgoing area.
    clearShadow(context, sp, sp - bytes + operand(context, 3));
    context.sp = sp - bytes;
  } else {
    const trap = extendStack(context, sp - bytes);
    if (trap !== null) return trap;
    memory.markDirty(context.sp - memory.stackDelta, bytes + 16);
  }
  const word = slotWord(context, 1);
  memory.i32[word] = context.sp + operand(context, 3);
  memory.i32[word + 1] = 0;
  context.pc += 4;
  return null;
}

/** Moves sp down to `sp` if the stack may grow that far. */
function extendStack(context: ExecutionContext, sp: number): Trap | null {
  const { memory } = context;
  if (
    sp - STACK_MARGIN_BYTES < stackFloorOf(context) ||
    !memory.growStack(sp - STACK_MARGIN_BYTES)
  ) {
    return stackOverflow(context);
  }
  context.sp = sp;
  return null;
}

function stackOverflow(context: ExecutionContext): Trap {
  const frames = walkStack(context).filter((frame) => !frame.function.library);
  const calls = new Map<string, number>();
  for (const { function: found } of frames) calls.set(found.name, (calls.get(found.name) ?? 0) + 1);
  let most = '';
  let times = 1;
  for (const [name, n] of calls) {
    if (n > times) {
      most = name;
      times = n;
    }
  }
  const { top } = context.stack;
  const whose = top === STACK_TOP ? 'The stack' : 'The stack of this thread';
  const limit = `${Math.floor((top - stackFloorOf(context)) / 1024)} KB`;
  const why =
    most === ''
      ? 'The local variables are too big for it: use malloc for large arrays.'
      : `\`${most}\` is active ${times} times: the recursion never comes to an end, or goes too deep.`;
  const address = Math.max(stackFloorOf(context), context.fp - PAGE_SIZE);
  const message = `${whose} is full (${limit}). ${why}`;
  const finding = fatalFinding(context, 'stack-overflow', 'SIGSEGV', message, address);
  // A recursion is wrong where it calls, not where the called function begins.
  const at = most === '' ? finding.at : (finding.stack[1] ?? finding.at);
  return { kind: 'fault', finding: { ...finding, at } };
}
