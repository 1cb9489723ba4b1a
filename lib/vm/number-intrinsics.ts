/** format_double and parse_double: texts of numbers exactly as glibc has them. */
import { INVALID_HIGH } from './arithmetic';
import type { ExecutionContext } from './context';
import { formatDouble } from './double-format';
import { parseDouble } from './double-parse';
import {
  argumentTarget,
  argumentText,
  charge,
  intArgument,
  outgoing,
  setLongResult,
  sizeArgument,
  unterminatedFault,
} from './intrinsic-arguments';
import type { Trap } from './trap';

/** As snprintf: at most outMax bytes with the zero; the result is the whole length. */
export function formatDoubleIntrinsic(context: ExecutionContext): Trap | null {
  const { memory } = context;
  const outMax = sizeArgument(context, 1);
  const conversion = String.fromCharCode(intArgument(context, 2));
  const word = outgoing(context, 5);
  const text = formatDouble(
    memory.f64[word >> 1] as number,
    (memory.i32[word + 1] as number) < 0,
    conversion,
    intArgument(context, 4),
    (intArgument(context, 3) & 1) !== 0,
  );
  const written = Math.min(text.length, Math.max(0, outMax - 1));
  if (outMax > 0) {
    const out = argumentTarget(context, 0, written + 1, 'format_double');
    if (out.kind !== 'range') return out;
    for (let k = 0; k < written; k++) out.bytes[out.at + k] = text.charCodeAt(k);
    out.bytes[out.at + written] = 0;
  }
  charge(context, 200 + 8 * text.length);
  return setLongResult(context, text.length);
}

/**
 * As strtod, or strtof when argument 2 isn't 0. Argument 1 points to two words: the bytes consumed (0:
 * nothing recognized) and whether the number was out of range.
 */
export function parseDoubleIntrinsic(context: ExecutionContext): Trap | null {
  const { memory } = context;
  const text = argumentText(context, 0, 'strtod');
  if (text.kind !== 'text') return text;
  const precision = intArgument(context, 2) === 0 ? 'double' : 'float';
  const parsed = parseDouble(text.bytes, text.at, text.at + text.length, precision);
  if (!text.terminated && parsed.consumed === text.length) {
    return unterminatedFault(context, 0, text, 'strtod');
  }
  const out = argumentTarget(context, 1, 16, 'strtod');
  if (out.kind !== 'range') return out;
  const view = new DataView(out.bytes.buffer, out.at, 16);
  view.setBigInt64(0, BigInt(parsed.consumed), true);
  view.setBigInt64(8, parsed.outOfRange ? 1n : 0n, true);
  charge(context, 100 + 8 * parsed.consumed);
  const word = outgoing(context, 0);
  if (Number.isNaN(parsed.value)) {
    memory.i32[word] = 0;
    memory.i32[word + 1] = parsed.negative ? INVALID_HIGH : INVALID_HIGH & 0x7fff_ffff;
  } else memory.f64[word >> 1] = parsed.value;
  return null;
}
