/** memcpy, memmove, memset, memcmp, strlen, strcmp, strcpy: whole ranges checked before a byte moves. */
import type { ExecutionContext } from './context';
import {
  argumentRange,
  argumentTarget,
  argumentText,
  charge,
  intArgument,
  noteArgument,
  outgoing,
  type Range,
  setIntResult,
  setLongResult,
  sizeArgument,
  unterminatedFault,
} from './intrinsic-arguments';
import { libraryEntry } from './explain-access';
import { noteOnce } from './finding';
import { count } from './memory-object';
import { initializednessOf, passInitializedness } from './initialized';
import type { Trap } from './trap';
import { firstMissingValue, onlyMoves } from './uninitialized';

/** Result: the destination, which is already in slot 0. */
export function memcpyIntrinsic(context: ExecutionContext, by: 'memcpy' | 'memmove'): Trap | null {
  const bytes = sizeArgument(context, 2);
  const from = argumentRange(context, 1, bytes, false, by);
  if (from.kind !== 'range') return from;
  const to = argumentRange(context, 0, bytes, true, by);
  if (to.kind !== 'range') return to;
  if (bytes === 0) return null;
  const note =
    copyInitializedness(context, from, to, bytes, by) ?? overlapNote(context, from, to, bytes, by);
  to.bytes.set(from.bytes.subarray(from.at, from.at + bytes), to.at);
  charge(context, bytes);
  return note;
}

/** C11 7.24.2.1: memcpy is for objects that don't overlap, and strcpy, too. */
function overlapNote(
  context: ExecutionContext,
  from: Pick<Range, 'bytes' | 'at'>,
  to: Pick<Range, 'bytes' | 'at'>,
  bytes: number,
  by: string,
): Trap | null {
  const distance = Math.abs(from.at - to.at);
  if (by === 'memmove' || from.bytes !== to.bytes || distance >= bytes || distance === 0)
    return null;
  const who = libraryEntry(context) ?? by;
  if (!NOT_OVERLAPPING.has(who)) return null;
  const instead = who === 'memcpy' || who === 'mempcpy' ? ' Use `memmove`.' : '';
  return noteOnce(context, 'overlapping-copy', () => {
    const overlap = count(bytes - distance, 'byte');
    return `\`${who}\` copies ${count(bytes, 'byte')} to a place that overlaps where they come from by ${overlap}: what arrives is not certain.${instead}`;
  });
}

const NOT_OVERLAPPING = new Set('memcpy mempcpy strcpy stpcpy strcat'.split(' '));

function copyInitializedness(
  context: ExecutionContext,
  from: Range,
  to: Range,
  bytes: number,
  by: string,
): Trap | null {
  const { memory } = context;
  const source = from.bytes === memory.u8 ? initializednessOf(memory, from.at, bytes) : null;
  let note: Trap | null = null;
  let passed = source;
  if (source !== null && !onlyMoves(context)) {
    const address = memory.i32[outgoing(context, 1)] as number;
    const first = firstMissingValue(context, address, from.at, bytes);
    if (first >= 0) {
      note = noteArgument(context, 1, from, bytes, by);
    }
    passed = null;
  }
  if (to.bytes === memory.u8) {
    const heap = memory.isHeap(memory.i32[outgoing(context, 0)] as number);
    passInitializedness(memory, to.at, bytes, passed, heap);
  }
  return note;
}

export function memsetIntrinsic(context: ExecutionContext): Trap | null {
  const bytes = sizeArgument(context, 2);
  const to = argumentTarget(context, 0, bytes, 'memset');
  if (to.kind !== 'range') return to;
  if (bytes > 0) to.bytes.fill(intArgument(context, 1) & 0xff, to.at, to.at + bytes);
  charge(context, bytes);
  return null;
}

export function memcmpIntrinsic(context: ExecutionContext): Trap | null {
  const bytes = sizeArgument(context, 2);
  const a = argumentRange(context, 0, bytes, false, 'memcmp');
  if (a.kind !== 'range') return a;
  const b = argumentRange(context, 1, bytes, false, 'memcmp');
  if (b.kind !== 'range') return b;
  for (let k = 0; k < bytes; k++) {
    const difference = (a.bytes[a.at + k] as number) - (b.bytes[b.at + k] as number);
    if (difference !== 0) {
      charge(context, k);
      const note = noteCompared(context, a, b, k + 1, 'memcmp');
      setIntResult(context, difference);
      return note;
    }
  }
  charge(context, bytes);
  const note = noteCompared(context, a, b, bytes, 'memcmp');
  setIntResult(context, 0);
  return note;
}

function noteCompared(
  context: ExecutionContext,
  a: Pick<Range, 'bytes' | 'at'>,
  b: Pick<Range, 'bytes' | 'at'>,
  bytes: number,
  by: string,
): Trap | null {
  return noteArgument(context, 0, a, bytes, by) ?? noteArgument(context, 1, b, bytes, by);
}

export function strlenIntrinsic(context: ExecutionContext): Trap | null {
  const text = argumentText(context, 0, 'strlen');
  if (text.kind !== 'text') return text;
  if (!text.terminated) return unterminatedFault(context, 0, text, 'strlen');
  charge(context, text.length);
  const note = noteArgument(context, 0, text, text.length + 1, 'strlen');
  setLongResult(context, text.length);
  return note;
}

/** Result, as glibc's generic version: the difference of the first bytes that differ. */
export function strcmpIntrinsic(context: ExecutionContext): Trap | null {
  const a = argumentText(context, 0, 'strcmp');
  if (a.kind !== 'text') return a;
  const b = argumentText(context, 1, 'strcmp');
  if (b.kind !== 'text') return b;
  const shorter = Math.min(a.length, b.length);
  for (let k = 0; k < shorter; k++) {
    const difference = (a.bytes[a.at + k] as number) - (b.bytes[b.at + k] as number);
    if (difference !== 0) {
      charge(context, k);
      const note = noteCompared(context, a, b, k + 1, 'strcmp');
      setIntResult(context, difference);
      return note;
    }
  }
  // One has ended, by its zero or without one; the other goes on or ends here, too.
  if (a.length === shorter && !a.terminated) return unterminatedFault(context, 0, a, 'strcmp');
  if (b.length === shorter && !b.terminated) return unterminatedFault(context, 1, b, 'strcmp');
  charge(context, shorter);
  const next = (text: typeof a): number =>
    text.length === shorter ? 0 : (text.bytes[text.at + shorter] as number);
  const note = noteCompared(context, a, b, shorter + 1, 'strcmp');
  setIntResult(context, next(a) - next(b));
  return note;
}

/** Result: the destination, which is already in slot 0. */
export function strcpyIntrinsic(context: ExecutionContext): Trap | null {
  const text = argumentText(context, 1, 'strcpy');
  if (text.kind !== 'text') return text;
  if (!text.terminated) return unterminatedFault(context, 1, text, 'strcpy');
  const bytes = text.length + 1;
  const note = noteArgument(context, 1, text, bytes, 'strcpy');
  const to = argumentTarget(context, 0, bytes, 'strcpy');
  if (to.kind !== 'range') return to;
  const overlap = note ?? overlapNote(context, text, to, bytes, 'strcpy');
  to.bytes.set(text.bytes.subarray(text.at, text.at + bytes), to.at);
  charge(context, bytes);
  return overlap;
}
