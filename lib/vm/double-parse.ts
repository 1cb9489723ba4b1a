/**
 * Text to double as strtod in the C locale: decimal and hexadecimal numbers, inf, infinity, nan,
 * nan(...). Correctly rounded, halves to even.
 */
export interface ParsedDouble {
  readonly value: number;
  readonly negative: boolean;
  /** Bytes up to the end of the number, leading white space included; 0: no number. */
  readonly consumed: number;
}

/** Longer digit strings than this are no mistake of a student's; the tail can't change a rounding seen. */
const TEXT_MAX = 100_000;

export function parseDouble(bytes: Uint8Array, start: number, end: number): ParsedDouble {
  const limit = Math.min(end, start + TEXT_MAX);
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(limit, start + 1200)));
  const whole = limit - start > 1200 ? textOf(bytes, start, limit) : text;
  const match =
    /^[ \t\n\v\f\r]*([+-]?)(?:(0x(?:[0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)(?:p[+-]?\d+)?)|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(inf(?:inity)?)|(nan(?:\([0-9a-z_]*\))?))/i.exec(
      whole,
    );
  if (match === null) return { value: 0, negative: false, consumed: 0 };
  const [matched, sign, hex, decimal, infinity] = match;
  const negative = sign === '-';
  let value = NaN;
  if (hex !== undefined) value = parseHexadecimal(hex);
  else if (decimal !== undefined) value = Number(decimal);
  else if (infinity !== undefined) value = Infinity;
  return { value: negative ? -value : value, negative, consumed: matched.length };
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let k = start; k < end; k += 1024) {
    text += String.fromCharCode(...bytes.subarray(k, Math.min(end, k + 1024)));
  }
  return text;
}

function parseHexadecimal(text: string): number {
  const match = /^0x([0-9a-f]*)\.?([0-9a-f]*)(?:p([+-]?\d+))?$/i.exec(text);
  if (match === null) return 0;
  const [, whole = '', fraction = '', power = '0'] = match;
  const mantissa = BigInt(`0x0${whole}${fraction}`);
  if (mantissa === 0n) return 0;
  const exponent = Number(power) - 4 * fraction.length;
  const bits = mantissa.toString(2).length;
  // Keep 53 bits, fewer below the normal range; round half to even.
  const top = bits + exponent;
  if (top > 1024) return Infinity;
  if (top < -1074) return 0;
  const lowest = Math.max(top - 53, -1074);
  const dropped = lowest - exponent;
  if (dropped <= 0) return scale(Number(mantissa), exponent);
  const unit = 1n << BigInt(dropped);
  let kept = mantissa / unit;
  const twice = 2n * (mantissa - kept * unit);
  if (twice > unit || (twice === unit && (kept & 1n) === 1n)) kept += 1n;
  return scale(Number(kept), lowest);
}

/** value * 2^exponent where the result is exact, in two steps so that neither factor overflows. */
function scale(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
