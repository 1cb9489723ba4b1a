/**
 * Atomic read-modify-writes (C11 7.17.7): a thread stops only between instructions, so one intrinsic
 * is one step. Memory is checked as for a load and a store. Orders are not modelled: all operations of
 * the machine happen one after the other, as with memory_order_seq_cst.
 */
import { assertNever } from '../abi/assert-never';
import { ATOMIC_NEW_VALUE, ATOMIC_OPERATIONS, type AtomicOperation } from '../abi/atomics';
import type { ExecutionContext } from './context';
import { fault } from './finding';
import { markInitialized } from './initialized';
import {
  argumentRange,
  argumentTarget,
  charge,
  intArgument,
  noteArgument,
  outgoing,
  type Range,
  setIntResult,
  sizeArgument,
} from './intrinsic-arguments';
import type { Trap } from './trap';

/** The message says "This writes", as of a plain access. */
const BY = null;

export function atomicUpdateIntrinsic(context: ExecutionContext): Trap | null {
  const { memory } = context;
  const word = outgoing(context, 1);
  const value =
    (BigInt(memory.i32[word + 1] as number) << 32n) | BigInt((memory.i32[word] as number) >>> 0);
  const code = intArgument(context, 2);
  const operation = ATOMIC_OPERATIONS[code & (ATOMIC_NEW_VALUE - 1)];
  const bytes = sizeArgument(context, 3);
  if (operation === undefined || (bytes !== 1 && bytes !== 2 && bytes !== 4 && bytes !== 8)) {
    return fault(context, 'bad-call', 'SIGILL', 'There is no such atomic operation.', 0);
  }
  const object = argumentRange(context, 0, bytes, true, BY);
  if (object.kind !== 'range') return object;
  const note = operation === 'exchange' ? null : noteArgument(context, 0, object, bytes, BY);
  setInitialized(context, object, bytes);
  const old = readInteger(object, bytes);
  const changed = BigInt.asUintN(8 * bytes, combined(operation, old, value));
  writeInteger(object, bytes, changed);
  const result = BigInt.asIntN(64, code >= ATOMIC_NEW_VALUE ? changed : old);
  const at = outgoing(context, 0);
  memory.i32[at] = Number(BigInt.asIntN(32, result));
  memory.i32[at + 1] = Number(result >> 32n);
  return note;
}

function combined(operation: AtomicOperation, old: bigint, value: bigint): bigint {
  switch (operation) {
    case 'exchange':
      return value;
    case 'add':
      return old + value;
    case 'sub':
      return old - value;
    case 'and':
      return old & value;
    case 'or':
      return old | value;
    case 'xor':
      return old ^ value;
    case 'nand':
      return ~(old & value);
    default:
      return assertNever(operation);
  }
}

function readInteger({ bytes: memory, at }: Range, bytes: number): bigint {
  let value = 0n;
  for (let k = bytes - 1; k >= 0; k--) value = (value << 8n) | BigInt(memory[at + k] as number);
  return value;
}

function writeInteger({ bytes: memory, at }: Range, bytes: number, value: bigint): void {
  for (let k = 0; k < bytes; k++) memory[at + k] = Number((value >> BigInt(8 * k)) & 0xffn);
}

export function atomicExchangeIntrinsic(context: ExecutionContext): Trap | null {
  const bytes = sizeArgument(context, 3);
  const value = argumentRange(context, 1, bytes, false, BY);
  if (value.kind !== 'range') return value;
  const object = argumentRange(context, 0, bytes, true, BY);
  if (object.kind !== 'range') return object;
  const old = argumentTarget(context, 2, bytes, BY);
  if (old.kind !== 'range') return old;
  const note =
    noteArgument(context, 1, value, bytes, BY) ?? noteArgument(context, 0, object, bytes, BY);
  setInitialized(context, object, bytes);
  const before = object.bytes.slice(object.at, object.at + bytes);
  object.bytes.set(value.bytes.slice(value.at, value.at + bytes), object.at);
  old.bytes.set(before, old.at);
  charge(context, bytes);
  return note;
}

export function atomicCompareIntrinsic(context: ExecutionContext): Trap | null {
  const bytes = sizeArgument(context, 3);
  const desired = argumentRange(context, 2, bytes, false, BY);
  if (desired.kind !== 'range') return desired;
  const object = argumentRange(context, 0, bytes, true, BY);
  if (object.kind !== 'range') return object;
  const expected = argumentRange(context, 1, bytes, true, BY);
  if (expected.kind !== 'range') return expected;
  const note =
    noteArgument(context, 0, object, bytes, BY) ?? noteArgument(context, 1, expected, bytes, BY);
  charge(context, bytes);
  const equal = isEqual(object, expected, bytes);
  const [from, to] = equal ? [desired, object] : [object, expected];
  setInitialized(context, to, bytes);
  to.bytes.set(from.bytes.slice(from.at, from.at + bytes), to.at);
  setIntResult(context, equal ? 1 : 0);
  return note;
}

function isEqual(a: Range, b: Range, bytes: number): boolean {
  for (let k = 0; k < bytes; k++) if (a.bytes[a.at + k] !== b.bytes[b.at + k]) return false;
  return true;
}

function setInitialized(context: ExecutionContext, range: Range, bytes: number): void {
  if (range.bytes === context.memory.u8) markInitialized(context.memory, range.at, bytes);
}
