/** Arguments and results of intrinsics in the outgoing slots at sp, and memory that they point to. */
import { ARGUMENTS_LIMIT } from '../abi/address-space';
import {
  accessFault,
  checkRange,
  firstPoisoned,
  IN_SHARED_MAPPING,
  NOT_ACCESSIBLE,
} from './checked-access';
import { isDangling } from './dangling';
import type { ExecutionContext } from './context';
import { markInitialized } from './initialized';
import type { Trap } from './trap';
import { indexIn, refusalOf } from './mapping';
import { noteUninitialized } from './uninitialized';

/** Word index in the flat buffer of outgoing slot k. */
export function outgoing(context: ExecutionContext, k: number): number {
  return ((context.sp - context.memory.stackDelta) >> 2) + 2 * k;
}

export function intArgument(context: ExecutionContext, k: number): number {
  return context.memory.i32[outgoing(context, k)] as number;
}

/** A size_t: unsigned, the nearest double. */
export function sizeArgument(context: ExecutionContext, k: number): number {
  const { i32 } = context.memory;
  const at = outgoing(context, k);
  return ((i32[at + 1] as number) >>> 0) * 2 ** 32 + ((i32[at] as number) >>> 0);
}

export function setIntResult(context: ExecutionContext, value: number): null {
  context.memory.i32[outgoing(context, 0)] = value;
  return null;
}

/** An address or a size: below 2^53. */
export function setLongResult(context: ExecutionContext, value: number): null {
  const at = outgoing(context, 0);
  context.memory.i32[at] = value | 0;
  context.memory.i32[at + 1] = Math.floor(value / 2 ** 32);
  return null;
}

/** Work in bytes, as instructions: an intrinsic isn't free, nor as slow as a loop. */
export function charge(context: ExecutionContext, bytes: number): void {
  context.instructions += Math.ceil(bytes / 8);
}

/** A checked range of memory: `bytes[at]` is its first byte. */
export interface Range {
  readonly kind: 'range';
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** The memory that pointer argument k points to, if all `bytes` may be accessed; else the fault. */
export function argumentRange(
  context: ExecutionContext,
  k: number,
  bytes: number,
  write: boolean,
  by: string | null,
): Range | Trap {
  const { memory } = context;
  const at = outgoing(context, k);
  const address = memory.i32[at] as number;
  const high = memory.i32[at + 1] as number;
  if (bytes === 0) return { kind: 'range', bytes: memory.u8, at: 0 };
  const flat =
    high === 0 && address >= 0 && !isDangling(context, address)
      ? checkRange(context, address, bytes, write)
      : NOT_ACCESSIBLE;
  if (flat >= 0) return { kind: 'range', bytes: memory.u8, at: flat };
  const mapping = flat === IN_SHARED_MAPPING ? memory.mappingAt(address) : null;
  if (mapping === null) return accessFault(context, { address, high, bytes, write, by });
  const index = indexIn(mapping, address);
  if (write) mapping.region.markDirty(index, bytes);
  return { kind: 'range', bytes: mapping.region.bytes, at: index };
}

/** As `argumentRange`, for memory that is written whole. */
export function argumentTarget(
  context: ExecutionContext,
  k: number,
  bytes: number,
  by: string | null,
): Range | Trap {
  const range = argumentRange(context, k, bytes, true, by);
  if (range.kind === 'range' && range.bytes === context.memory.u8) {
    markInitialized(context.memory, range.at, bytes);
  }
  return range;
}

/** The finding if some of the first `bytes` of pointer argument k, which lie at `at`, have no value. */
export function noteArgument(
  context: ExecutionContext,
  k: number,
  { bytes: memory, at }: Pick<Range, 'bytes' | 'at'>,
  bytes: number,
  by: string | null,
): Trap | null {
  if (memory !== context.memory.u8 || bytes <= 0) return null;
  const address = context.memory.i32[outgoing(context, k)] as number;
  return noteUninitialized(context, { address, flat: at, bytes, by });
}

/** Text at a pointer argument: up to its zero, or to where its memory ends. */
export interface Text {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  readonly at: number;
  /** Without the zero. */
  readonly length: number;
  readonly terminated: boolean;
}

export function argumentText(context: ExecutionContext, k: number, by: string): Text | Trap {
  const start = argumentRange(context, k, 1, false, by);
  if (start.kind !== 'range') return start;
  const { bytes, at } = start;
  const { memory } = context;
  const address = memory.i32[outgoing(context, k)] as number;
  const zero = bytes.indexOf(0, at);
  const found = zero < 0 ? bytes.length : zero;
  if (bytes !== memory.u8) {
    const mapping = memory.mappingAt(address);
    const reach = found - at + (zero < 0 ? 0 : 1);
    const refusal =
      mapping === null ? null : refusalOf(memory.mappings, mapping, address, reach, false);
    const length = refusal === null ? found - at : refusal.first - address;
    return { kind: 'text', bytes, at, length, terminated: zero >= 0 && refusal === null };
  }
  const segmentEnd = address < memory.lowEnd ? memory.lowEnd : ARGUMENTS_LIMIT;
  const reach = Math.min(found - at + 1, segmentEnd - address);
  const bad = firstPoisoned(memory.shadow, at, reach);
  if (bad >= 0) return { kind: 'text', bytes, at, length: bad - at, terminated: false };
  const terminated = reach === found - at + 1 && zero >= 0;
  return { kind: 'text', bytes, at, length: terminated ? reach - 1 : reach, terminated };
}

/** The fault of reading on past the end of a text without a zero. */
export function unterminatedFault(
  context: ExecutionContext,
  k: number,
  text: Text,
  by: string | null,
): Trap {
  const { memory } = context;
  const at = outgoing(context, k);
  const address = memory.i32[at] as number;
  const trap = accessFault(context, {
    address,
    high: 0,
    bytes: text.length + 1,
    write: false,
    by,
  });
  if (trap.kind !== 'fault') return trap;
  const message = `${trap.finding.message} The text there has no terminating zero ('\\0').`;
  return { kind: 'fault', finding: { ...trap.finding, message } };
}
