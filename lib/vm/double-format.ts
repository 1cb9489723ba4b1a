/**
 * Doubles to text as glibc's printf does it: the exact binary value, rounded half to even at the
 * digit asked for, by BigInt arithmetic. Leaves out: sign flags, width, grouping (the library's).
 */
interface Exact {
  /** value = mantissa * 2^exponent */
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** No double has more decimal places than this; further ones are zeros. */
const PLACES_MAX = 1100;
/** Guards the host against %.999999999f; glibc would print it all. */
const PRECISION_MAX = 100_000;

/** `conversion`: e f g a, or in upper case; `precision` -1: the default. */
export function formatDouble(
  value: number,
  negative: boolean,
  conversion: string,
  precision: number,
  alternate: boolean,
): string {
  const kind = conversion.toLowerCase();
  const text = (negative ? '-' : '') + unsigned(Math.abs(value), kind, precision, alternate);
  return kind === conversion ? text : text.toUpperCase();
}

function unsigned(value: number, kind: string, precision: number, alternate: boolean): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  const places = Math.min(precision < 0 ? 6 : precision, PRECISION_MAX);
  switch (kind) {
    case 'f':
      return fixed(value, places, alternate);
    case 'e':
      return scientific(value, places, alternate);
    case 'g':
      return general(value, places === 0 ? 1 : places, alternate);
    default:
      return hexadecimal(value, Math.min(precision, PRECISION_MAX), alternate);
  }
}

function decompose(value: number): Exact {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const high = view.getUint32(0);
  const field = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xf_ffff) << 32n) | BigInt(view.getUint32(4));
  return field === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: field - 1075 };
}

/** numerator / denominator to the nearest integer, halves to even. */
function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = 2n * (numerator - quotient * denominator);
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** value * 10^power to the nearest integer. */
function scaled({ mantissa, exponent }: Exact, power: number): bigint {
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  return divideRounded(numerator, denominator);
}

function fixed(value: number, places: number, alternate: boolean): string {
  const exact = Math.min(places, PLACES_MAX);
  const digits = scaled(decompose(value), exact)
    .toString()
    .padStart(exact + 1, '0');
  const point = digits.length - exact;
  const fraction = digits.slice(point) + '0'.repeat(places - exact);
  return digits.slice(0, point) + (places > 0 || alternate ? '.' : '') + fraction;
}

/** Decimal digits and exponent: value = d.ddd * 10^exponent with `places` places. */
function decimal(value: number, places: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(places + 1), exponent: 0 };
  const exact = decompose(value);
  const kept = Math.min(places, PLACES_MAX);
  let exponent = Math.floor(Math.log10(value));
  let digits = scaled(exact, kept - exponent).toString();
  // The logarithm may be off by one; and rounding up may carry into a new digit.
  if (digits.length < kept + 1) {
    exponent--;
    digits = scaled(exact, kept - exponent).toString();
  } else if (digits.length > kept + 1) {
    exponent++;
    digits = scaled(exact, kept - exponent).toString();
  }
  return { digits: digits.padEnd(places + 1, '0'), exponent };
}

function scientific(value: number, places: number, alternate: boolean): string {
  const { digits, exponent } = decimal(value, places);
  return mantissaText(digits, alternate) + exponentText(exponent);
}

function mantissaText(digits: string, alternate: boolean): string {
  const fraction = digits.slice(1);
  return digits.slice(0, 1) + (fraction !== '' || alternate ? '.' : '') + fraction;
}

function exponentText(exponent: number): string {
  const sign = exponent < 0 ? '-' : '+';
  return `e${sign}${Math.abs(exponent).toString().padStart(2, '0')}`;
}

function general(value: number, significant: number, alternate: boolean): string {
  const { digits, exponent } = decimal(value, significant - 1);
  const trim = (text: string): string =>
    alternate || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
  if (exponent >= significant || exponent < -4) {
    return trim(mantissaText(digits, alternate)) + exponentText(exponent);
  }
  return trim(fixed(value, significant - 1 - exponent, alternate));
}

/** As glibc: 0x1.8p+1; subnormals keep exponent -1022 and a leading 0. */
function hexadecimal(value: number, precision: number, alternate: boolean): string {
  const { mantissa, exponent } = decompose(value);
  const normal = mantissa >= 1n << 52n;
  let digits = mantissa;
  let places = 13;
  if (precision >= 0 && precision < 13) {
    const dropped = BigInt(4 * (13 - precision));
    digits = divideRounded(mantissa, 1n << dropped);
    places = precision;
  }
  const width = BigInt(4 * places);
  let fraction = (digits & ((1n << width) - 1n)).toString(16).padStart(places, '0');
  if (places === 0) fraction = '';
  if (precision < 0) fraction = fraction.replace(/0+$/, '');
  else fraction = fraction.padEnd(precision, '0');
  const lead = (digits >> width).toString(16);
  const power = value === 0 ? 0 : normal ? exponent + 52 : -1022;
  const point = fraction !== '' || alternate ? '.' : '';
  return `0x${lead}${point}${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}
