/**
 * Text to double as strtod in the C locale, or to float as strtof: decimal and hexadecimal numbers,
 * inf, infinity, nan, nan(...). Correctly rounded, halves to even.
 */
import { binary, nearestDouble } from './binary-number';

export interface ParsedDouble {
  readonly value: number;
  readonly negative: boolean;
  /** Bytes up to the end of the number, leading white space included; 0: no number. */
  readonly consumed: number;
  /** Overflow, or underflow with lost bits: what glibc sets ERANGE for. */
  readonly outOfRange: boolean;
}

export type Precision = 'double' | 'float';

/** Longer digit strings than this are no mistake of a student's; the tail can't change a rounding seen. */
const TEXT_MAX = 100_000;

export function parseDouble(
  bytes: Uint8Array,
  start: number,
  end: number,
  precision: Precision = 'double',
): ParsedDouble {
  const limit = Math.min(end, start + TEXT_MAX);
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(limit, start + 1200)));
  const whole = limit - start > 1200 ? textOf(bytes, start, limit) : text;
  const match =
    /^[ \t\n\v\f\r]*([+-]?)(?:(0x(?:[0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)(?:p[+-]?\d+)?)|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(inf(?:inity)?)|(nan(?:\([0-9a-z_]*\))?))/i.exec(
      whole,
    );
  if (match === null) return { value: 0, negative: false, consumed: 0, outOfRange: false };
  const [matched, sign, hex, decimal, infinity] = match;
  const negative = sign === '-';
  let magnitude = infinity === undefined ? NaN : Infinity;
  let outOfRange = false;
  if (hex !== undefined || decimal !== undefined) {
    const exact = hex === undefined ? decimalNumber(decimal ?? '') : hexadecimalNumber(hex);
    const nearest = hex === undefined ? Number(decimal) : nearestDouble(exact.digits, exact.twos);
    magnitude = precision === 'double' ? nearest : toFloat(exact, nearest);
    outOfRange = isOutOfRange(exact, magnitude, precision);
  }
  const value = negative ? -magnitude : magnitude;
  return { value, negative, consumed: matched.length, outOfRange };
}

/** digits * 10^tens * 2^twos, as written. */
interface Written {
  readonly digits: bigint;
  readonly tens: number;
  readonly twos: number;
}

/** The smallest normal number, and the middle between it and what would come before it. */
const LIMITS = {
  double: {
    smallest: 2.2250738585072014e-308,
    below: { mantissa: (1n << 54n) - 1n, exponent: -1076 },
  },
  float: {
    smallest: 1.1754943508222875e-38,
    below: { mantissa: (1n << 25n) - 1n, exponent: -151 },
  },
} as const;

function decimalNumber(text: string): Written {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: BigInt(`0${whole}${fraction}`), tens: Number(power) - fraction.length, twos: 0 };
}

function hexadecimalNumber(text: string): Written {
  const [mantissa = '', power = '0'] = text.slice(2).toLowerCase().split('p');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = BigInt(`0x0${whole}${fraction}`);
  return { digits, tens: 0, twos: Number(power) - 4 * fraction.length };
}

/** The sign of what was written minus `value`, a finite number that is near it. */
function compare(written: Written, value: number): number {
  return compareWith(written, binary(value));
}

function compareWith(
  { digits, tens, twos }: Written,
  { mantissa, exponent }: { readonly mantissa: bigint; readonly exponent: number },
): number {
  let left = digits;
  let right = mantissa;
  if (tens >= 0) left *= 10n ** BigInt(tens);
  else right *= 10n ** BigInt(-tens);
  if (twos >= exponent) left <<= BigInt(twos - exponent);
  else right <<= BigInt(exponent - twos);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rounding twice errs only where the double lies halfway between two floats. */
function toFloat(exact: Written, nearest: number): number {
  const float = Math.fround(nearest);
  if (float === nearest || !Number.isFinite(nearest) || nearest < 2 ** -150) return float;
  const other = float > nearest ? floatBelow(float) : floatAbove(float);
  const middle =
    (float === Infinity ? 2 ** 128 : float) / 2 + (other === Infinity ? 2 ** 128 : other) / 2;
  if (nearest !== middle) return float;
  const sign = compare(exact, nearest);
  if (sign === 0) return float;
  return sign > 0 ? Math.max(float, other) : Math.min(float, other);
}

function floatAbove(value: number): number {
  return stepFloat(value, 1);
}

function floatBelow(value: number): number {
  return stepFloat(value, -1);
}

function stepFloat(value: number, step: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  view.setUint32(0, view.getUint32(0) + step);
  return view.getFloat32(0);
}

/**
 * Too large, or inexact and too small: below the normal numbers also when rounded to as many digits
 * without a limit to the exponent, as x86-64 tells it.
 */
function isOutOfRange(exact: Written, value: number, precision: Precision): boolean {
  const { smallest, below } = LIMITS[precision];
  if (exact.digits === 0n || value > smallest) return value === Infinity;
  if (value === smallest) return compareWith(exact, below) < 0;
  return value === 0 || compare(exact, value) !== 0;
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let k = start; k < end; k += 1024) {
    text += String.fromCharCode(...bytes.subarray(k, Math.min(end, k + 1024)));
  }
  return text;
}
