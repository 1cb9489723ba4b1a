/** memcpy, memmove, memset, memcmp, strlen, strcmp, strcpy: whole ranges checked before a byte moves. */
import type { ExecutionContext } from './context';
import {
  argumentRange,
  argumentText,
  charge,
  intArgument,
  setIntResult,
  setLongResult,
  sizeArgument,
  unterminatedFault,
} from './intrinsic-arguments';
import type { Trap } from './trap';

/** Result: the destination, which is already in slot 0. */
export function memcpyIntrinsic(context: ExecutionContext, by: 'memcpy' | 'memmove'): Trap | null {
  const bytes = sizeArgument(context, 2);
  const from = argumentRange(context, 1, bytes, false, by);
  if (from.kind !== 'range') return from;
  const to = argumentRange(context, 0, bytes, true, by);
  if (to.kind !== 'range') return to;
  if (bytes === 0) return null;
  to.bytes.set(from.bytes.subarray(from.at, from.at + bytes), to.at);
  charge(context, bytes);
  return null;
}

export function memsetIntrinsic(context: ExecutionContext): Trap | null {
  const bytes = sizeArgument(context, 2);
  const to = argumentRange(context, 0, bytes, true, 'memset');
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
      return setIntResult(context, difference);
    }
  }
  charge(context, bytes);
  return setIntResult(context, 0);
}

export function strlenIntrinsic(context: ExecutionContext): Trap | null {
  const text = argumentText(context, 0, 'strlen');
  if (text.kind !== 'text') return text;
  if (!text.terminated) return unterminatedFault(context, 0, text, 'strlen');
  charge(context, text.length);
  return setLongResult(context, text.length);
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
      return setIntResult(context, difference);
    }
  }
  // One has ended, by its zero or without one; the other goes on or ends here, too.
  if (a.length === shorter && !a.terminated) return unterminatedFault(context, 0, a, 'strcmp');
  if (b.length === shorter && !b.terminated) return unterminatedFault(context, 1, b, 'strcmp');
  charge(context, shorter);
  const next = (text: typeof a): number =>
    text.length === shorter ? 0 : (text.bytes[text.at + shorter] as number);
  return setIntResult(context, next(a) - next(b));
}

/** Result: the destination, which is already in slot 0. */
export function strcpyIntrinsic(context: ExecutionContext): Trap | null {
  const text = argumentText(context, 1, 'strcpy');
  if (text.kind !== 'text') return text;
  if (!text.terminated) return unterminatedFault(context, 1, text, 'strcpy');
  const bytes = text.length + 1;
  const to = argumentRange(context, 0, bytes, true, 'strcpy');
  if (to.kind !== 'range') return to;
  to.bytes.set(text.bytes.subarray(text.at, text.at + bytes), to.at);
  charge(context, bytes);
  return null;
}
