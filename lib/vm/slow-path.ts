/**
 * Instructions that the processor's loop leaves: system calls, intrinsics, blocks, unaligned and
 * shared memory, stack growth, and everything that has to be reported. One handler an opcode; a
 * handler does its instruction whole, pc included, or returns a fault and changes nothing.
 */
import { PAGE_SIZE, TEXT_BASE } from '../abi/address-space';
import { INTRINSICS } from '../abi/intrinsics';
import { Opcode, type OpcodeName } from '../abi/opcodes';
import { arithmeticHandlers } from './arithmetic';
import { accessFault, checkRange, IN_SHARED_MAPPING, NOT_ACCESSIBLE } from './checked-access';
import type { ExecutionContext } from './context';
import { elementAddress, plainAddress, type WideAddress } from './effective-address';
import { fault } from './finding';
import { functionAt } from './debug-info';
import { hex } from './explain-access';
import { runIntrinsic } from './intrinsics';
import { operand, slot, slotHigh, type Handler } from './operands';
import { FRAME_RECORD_SHADOW, Shadow } from './shadow';
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
  LD8S: (context) => load(context, 1, true),
  LD8U: (context) => load(context, 1, false),
  LD16S: (context) => load(context, 2, true),
  LD16U: (context) => load(context, 2, false),
  LD32: (context) => load(context, 4, true),
  LD64: (context) => load(context, 8, true),
  ST8: (context) => store(context, 1),
  ST16: (context) => store(context, 2),
  ST32: (context) => store(context, 4),
  ST64: (context) => store(context, 8),
  ...elementHandlers(),
  COPY: copyBlock,
  CALLR: callThroughPointer,
  ENTER: enter,
  ALLOCA: allocateOnStack,
  SYS: systemCall,
  INTR: intrinsic,
  ZEROL: zeroLocal,
  POISON: (context) => {
    const o = operand(context, 1);
    context.memory.poison(context.fp + o, operand(context, 2), Shadow.stackRedzone);
    context.pc += 3;
    return null;
  },
};

function elementHandlers(): Partial<Record<OpcodeName, Handler>> {
  const load =
    (size: AccessSize, signed: boolean, wideIndex: boolean): Handler =>
    (context) =>
      loadElement(context, size, signed, wideIndex);
  const store =
    (size: AccessSize, wideIndex: boolean): Handler =>
    (context) =>
      storeElement(context, size, wideIndex);
  return {
    LDX8S: load(1, true, false),
    LDX8U: load(1, false, false),
    LDX16S: load(2, true, false),
    LDX16U: load(2, false, false),
    LDX32: load(4, true, false),
    LDX64: load(8, true, false),
    STX8: store(1, false),
    STX16: store(2, false),
    STX32: store(4, false),
    STX64: store(8, false),
    LDY8S: load(1, true, true),
    LDY8U: load(1, false, true),
    LDY16S: load(2, true, true),
    LDY16U: load(2, false, true),
    LDY32: load(4, true, true),
    LDY64: load(8, true, true),
    STY8: store(1, true),
    STY16: store(2, true),
    STY32: store(4, true),
    STY64: store(8, true),
  };
}

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

type AccessSize = 1 | 2 | 4 | 8;

// ---- loads and stores -----------------------------------------------------------------------

function load(context: ExecutionContext, size: AccessSize, signed: boolean): Trap | null {
  return loadFrom(context, plainAddress(context, 2), size, signed, 4);
}

function loadElement(
  context: ExecutionContext,
  size: AccessSize,
  signed: boolean,
  wideIndex: boolean,
): Trap | null {
  return loadFrom(context, elementAddress(context, 2, wideIndex), size, signed, 6);
}

/** `words`: of the instruction. */
function loadFrom(
  context: ExecutionContext,
  { low: address, high }: WideAddress,
  size: AccessSize,
  signed: boolean,
  words: number,
): Trap | null {
  const { memory } = context;
  const flat =
    high === 0 && address >= 0 ? checkRange(context, address, size, false) : NOT_ACCESSIBLE;
  let bytes: Uint8Array = memory.u8;
  let at = flat;
  if (flat === IN_SHARED_MAPPING) {
    const mapping = memory.mappingAt(address);
    if (mapping === null) throw new Error('mapping vanished');
    bytes = mapping.region.bytes;
    at = address - mapping.address;
  } else if (flat === NOT_ACCESSIBLE) {
    return accessFault(context, { address, high, bytes: size, write: false, by: null });
  }
  const word = frameWord(context) + operand(context, 1);
  if (size === 8) memory.i32[word + 1] = readWord(bytes, at + 4, 4);
  const low = readWord(bytes, at, size === 8 ? 4 : size);
  const shift = 32 - 8 * size;
  memory.i32[word] = signed && size < 4 ? (low << shift) >> shift : low;
  context.pc += words;
  return null;
}

function store(context: ExecutionContext, size: AccessSize): Trap | null {
  return storeTo(context, plainAddress(context, 1), size, 3);
}

function storeElement(
  context: ExecutionContext,
  size: AccessSize,
  wideIndex: boolean,
): Trap | null {
  return storeTo(context, elementAddress(context, 1, wideIndex), size, 5);
}

/** `value`: number of the instruction's last operand. */
function storeTo(
  context: ExecutionContext,
  { low: address, high }: WideAddress,
  size: AccessSize,
  value: number,
): Trap | null {
  const { memory } = context;
  const flat =
    high === 0 && address >= 0 ? checkRange(context, address, size, true) : NOT_ACCESSIBLE;
  let bytes: Uint8Array = memory.u8;
  let at = flat;
  if (flat === IN_SHARED_MAPPING) {
    const mapping = memory.mappingAt(address);
    if (mapping === null) throw new Error('mapping vanished');
    bytes = mapping.region.bytes;
    at = address - mapping.address;
    mapping.region.markDirty(at, size);
  } else if (flat === NOT_ACCESSIBLE) {
    return accessFault(context, { address, high, bytes: size, write: true, by: null });
  }
  writeWord(bytes, at, size === 8 ? 4 : size, slot(context, value));
  if (size === 8) writeWord(bytes, at + 4, 4, slotHigh(context, value));
  context.pc += value + 1;
  return null;
}

function readWord(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let k = 0; k < size; k++) value |= (bytes[at + k] as number) << (8 * k);
  return value;
}

function writeWord(bytes: Uint8Array, at: number, size: number, value: number): void {
  for (let k = 0; k < size; k++) bytes[at + k] = value >>> (8 * k);
}

function frameWord(context: ExecutionContext): number {
  return (context.fp - context.memory.stackDelta) >> 2;
}

function copyBlock(context: ExecutionContext): Trap | null {
  const bytes = operand(context, 3);
  const to = checkedBlock(context, slot(context, 1), slotHigh(context, 1), bytes, true);
  const from = checkedBlock(context, slot(context, 2), slotHigh(context, 2), bytes, false);
  if ('kind' in from) return from;
  if ('kind' in to) return to;
  // Overlapping halves of a union are copied as memmove does.
  if (bytes > 0) to.bytes.set(from.bytes.subarray(from.at, from.at + bytes), to.at);
  context.instructions += bytes >> 3;
  context.pc += 4;
  return null;
}

function zeroLocal(context: ExecutionContext): null {
  const from = context.fp + operand(context, 1) - context.memory.stackDelta;
  context.memory.u8.fill(0, from, from + operand(context, 2));
  context.pc += 3;
  return null;
}

function checkedBlock(
  context: ExecutionContext,
  address: number,
  high: number,
  bytes: number,
  write: boolean,
): Trap | { readonly bytes: Uint8Array; readonly at: number } {
  const { memory } = context;
  const flat =
    high === 0 && address >= 0 ? checkRange(context, address, bytes, write) : NOT_ACCESSIBLE;
  if (flat >= 0) return { bytes: memory.u8, at: flat };
  const mapping = flat === IN_SHARED_MAPPING ? memory.mappingAt(address) : null;
  if (mapping === null) return accessFault(context, { address, high, bytes, write, by: null });
  const at = address - mapping.address;
  if (write) mapping.region.markDirty(at, bytes);
  return { bytes: mapping.region.bytes, at };
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
  const message =
    whole === 0
      ? 'This calls a function through a null pointer.'
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

function allocateOnStack(context: ExecutionContext): Trap | null {
  const { memory } = context;
  const asked = slotHigh(context, 2) * 2 ** 32 + (slot(context, 2) >>> 0);
  const bytes = Math.ceil(asked / 16) * 16;
  const { sp } = context;
  if (bytes < 0) {
    clearShadow(context, sp, sp - bytes);
    context.sp = sp - bytes;
  } else {
    const trap = extendStack(context, sp - bytes);
    if (trap !== null) return trap;
    memory.markDirty(context.sp - memory.stackDelta, bytes + 16);
  }
  const word = frameWord(context) + operand(context, 1);
  memory.i32[word] = context.sp + operand(context, 3);
  memory.i32[word + 1] = 0;
  context.pc += 4;
  return null;
}

/** Moves sp down to `sp` if the stack may grow that far. */
function extendStack(context: ExecutionContext, sp: number): Trap | null {
  const { memory } = context;
  if (sp - STACK_MARGIN_BYTES < memory.stackFloor || !memory.growStack(sp - STACK_MARGIN_BYTES)) {
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
  const limit = `${Math.floor(context.memory.limits.stackBytesMax / 1024)} KB`;
  const why =
    most === ''
      ? 'The local variables are too big for it: use malloc for large arrays.'
      : `\`${most}\` is active ${times} times: the recursion probably never reaches its end.`;
  return fault(
    context,
    'stack-overflow',
    'SIGSEGV',
    `The stack is full (${limit}). ${why}`,
    Math.max(context.memory.stackFloor, context.fp - PAGE_SIZE),
  );
}
