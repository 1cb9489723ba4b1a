/**
 * Numeric constants, C11 6.4.4.1 and 6.4.4.2: the text of a preprocessing number -> its exact value,
 * or what is wrong with it. Floating constants are rounded to nearest, ties to even, as gcc does.
 * GNU's binary integers (0b101) are known; imaginary constants are not.
 */
export type NumberConstant =
  | {
      readonly kind: 'integer';
      readonly value: bigint;
      /** In lower case, `u` first: "", "u", "l", "ul", "ll", "ull". */
      readonly suffix: string;
      readonly decimal: boolean;
    }
  | { readonly kind: 'floating'; readonly value: number; readonly suffix: '' | 'f' | 'l' }
  | {
      readonly kind: 'invalid';
      readonly code: string;
      readonly message: string;
      readonly hint: string;
    };

const LONG_TEXT = 4_000;

/** Reads the spelling of a preprocessing number. */
export function readNumberConstant(text: string): NumberConstant {
  if (text.length > LONG_TEXT) {
    return invalid('bad-number', 'this number has too many digits', 'write a shorter number');
  }
  if (text.length === 1) {
    return { kind: 'integer', value: BigInt(text.charCodeAt(0) - 48), suffix: '', decimal: true };
  }
  const hex = /^0[xX]/.test(text);
  if (hex ? /[.pP]/.test(text) : /[.eE]/.test(text) && !/^0[bB]/.test(text)) {
    return hex ? hexadecimalFloating(text) : decimalFloating(text);
  }
  return integer(text);
}

function invalid(code: string, message: string, hint: string): NumberConstant {
  return { kind: 'invalid', code, message, hint };
}

function integer(text: string): NumberConstant {
  const parts = /^(0[xX][0-9a-fA-F]*|0[bB][01]*|[0-9]+)(.*)$/.exec(text);
  const digits = parts?.[1] ?? '';
  const tail = parts?.[2] ?? '';
  if (/^0[xXbB]$/.test(digits)) {
    return invalid(
      'bad-number',
      `'${text}' is no number: digits are missing after '${digits}'`,
      `write the digits after '${digits}', as in ${digits}1`,
    );
  }
  const suffix = integerSuffix(tail);
  if (suffix === null) return badSuffix(text, digits, tail);
  const octal = digits.length > 1 && /^0[0-9]/.test(digits);
  if (octal && /[89]/.test(digits)) {
    const wrong = /[89]/.exec(digits)?.[0] ?? '';
    return invalid(
      'bad-octal-digit',
      `'${text}' begins with 0, so it is an octal number, and those have no digit ${wrong}`,
      `for the decimal number write ${digits.replace(/^0+/, '')}`,
    );
  }
  const value = BigInt(octal ? `0o${digits}` : digits);
  if (value >= 1n << 64n) {
    return invalid(
      'number-too-large',
      `the number ${text} does not fit into any integer type of C (64 bits)`,
      'write a smaller number, or a floating one as 1e20',
    );
  }
  return { kind: 'integer', value, suffix, decimal: !octal && !/^0[xXbB]/.test(digits) };
}

/** C11 6.4.4.1: u and l or ll in either order; null if it is none. */
function integerSuffix(tail: string): string | null {
  if (tail === '') return '';
  if (!/^(?:[uU](?:l|L|ll|LL)?|(?:l|L|ll|LL)[uU]?)$/.test(tail)) return null;
  const lower = tail.toLowerCase();
  return lower.includes('u') ? `u${lower.replace('u', '')}` : lower;
}

function badSuffix(text: string, digits: string, tail: string): NumberConstant {
  const word = /^[A-Za-z_$][A-Za-z0-9_$]+$/.test(tail) && !/^[uUlLfF]+$/.test(tail);
  if (/^[0-9]+$/.test(digits) && word) {
    return invalid(
      'bad-number',
      `'${text}' is neither a number nor a name: a name cannot begin with a digit`,
      `begin the name with a letter, as in ${tail}${digits}, or put a space or an operator between`,
    );
  }
  if (tail === 'f' || tail === 'F') {
    return invalid(
      'bad-number-suffix',
      `the suffix '${tail}' makes a float, but ${digits} is an integer`,
      `write ${digits}.0${tail}`,
    );
  }
  const digit = /^0[bB]/.test(digits) && /^[2-9]/.test(tail);
  return invalid(
    'bad-number-suffix',
    digit
      ? `'${text}' begins with 0b, so it is a binary number, and those have no digit ${tail.charAt(0)}`
      : `'${tail}' after the number ${digits} is no suffix that C knows`,
    digit
      ? 'use the digits 0 and 1 only'
      : `write ${digits}, or one of the suffixes u, l, ul, ll, ull`,
  );
}

function floatingSuffix(
  text: string,
  number: string,
  tail: string,
): '' | 'f' | 'l' | NumberConstant {
  const lower = tail.toLowerCase();
  if (lower === '' || lower === 'f' || lower === 'l') return lower;
  return invalid(
    'bad-number-suffix',
    `'${tail}' after the number ${number} is no suffix that C knows`,
    tail.startsWith('.')
      ? 'a number has one point only'
      : `write ${number}, or ${number}f for a float`,
  );
}

function decimalFloating(text: string): NumberConstant {
  const parts = /^([0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?)(.*)$/.exec(text);
  const number = parts?.[1] ?? '';
  const tail = parts?.[2] ?? '';
  if (/^[eE]/.test(tail)) {
    return invalid(
      'bad-number',
      `'${text}' is no number: the exponent after '${tail.charAt(0)}' has no digits`,
      `write digits after it, as in ${number}e3`,
    );
  }
  const suffix = floatingSuffix(text, number, tail);
  if (typeof suffix !== 'string') return suffix;
  const value = suffix === 'f' ? decimalToFloat(number) : Number(number);
  return { kind: 'floating', value, suffix };
}

/**
 * Decimal text -> nearest float. Rounding to double first goes wrong only if the double lies exactly
 * between two floats; then the decimal's side of it decides.
 */
function decimalToFloat(text: string): number {
  const double = Number(text);
  const float = Math.fround(double);
  if (float === double || !Number.isFinite(double)) return float;
  const other = neighbourFloat(float, double > float);
  if (!Number.isFinite(float) || !Number.isFinite(other) || (float + other) / 2 !== double) {
    return float;
  }
  const side = compareDecimal(text, double);
  if (side === 0) return float;
  return side > 0 ? Math.max(float, other) : Math.min(float, other);
}

/** The next float above or below a positive one. */
function neighbourFloat(float: number, above: boolean): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, float);
  view.setUint32(0, view.getUint32(0) + (above ? 1 : -1));
  return view.getFloat32(0);
}

/** Sign of (decimal text - double), exactly; both are positive. */
function compareDecimal(text: string, double: number): number {
  const parts = /^([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]+))?$/.exec(text);
  const fraction = parts?.[2] ?? '';
  const digits = BigInt(`${parts?.[1] ?? ''}${fraction}` || '0');
  const exponent = Number(parts?.[3] ?? '0') - fraction.length;
  if (Math.abs(exponent) > 2 * LONG_TEXT) return 0;
  const { mantissa, power } = takeApart(double);
  let left = digits;
  let right = mantissa;
  if (exponent >= 0) left *= 10n ** BigInt(exponent);
  else right *= 10n ** BigInt(-exponent);
  if (power >= 0) right <<= BigInt(power);
  else left <<= BigInt(-power);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A positive finite double as mantissa * 2^power. */
function takeApart(double: number): { readonly mantissa: bigint; readonly power: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  return exponent === 0
    ? { mantissa: fraction, power: -1074 }
    : { mantissa: fraction | (1n << 52n), power: exponent - 1075 };
}

function hexadecimalFloating(text: string): NumberConstant {
  const parts = /^0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)(?:[pP]([+-]?[0-9]+))?(.*)$/.exec(text);
  const whole = parts?.[1] ?? '';
  const fraction = parts?.[2] ?? '';
  const exponent = parts?.[3];
  if (exponent === undefined || whole.length + fraction.length === 0) {
    return invalid(
      'bad-number',
      `'${text}' is no number: a hexadecimal floating constant has digits and an exponent after 'p'`,
      'write it as 0x1.8p3',
    );
  }
  const suffix = floatingSuffix(
    text,
    text.slice(0, text.length - (parts?.[4] ?? '').length),
    parts?.[4] ?? '',
  );
  if (typeof suffix !== 'string') return suffix;
  const power = Math.max(-1e6, Math.min(1e6, Number(exponent))) - 4 * fraction.length;
  const mantissa = BigInt(`0x${whole}${fraction}`);
  const value =
    suffix === 'f' ? rounded(mantissa, power, 24, -149) : rounded(mantissa, power, 53, -1074);
  return { kind: 'floating', value, suffix };
}

/** mantissa * 2^power to a binary format of `precision` bits whose least exponent is `least`. */
function rounded(mantissa: bigint, power: number, precision: number, least: number): number {
  if (mantissa === 0n) return 0;
  const width = mantissa.toString(2).length;
  const drop = Math.max(width - precision, least - power);
  let kept = mantissa;
  let exponent = power;
  if (drop > 0) {
    if (drop > width + 1) return 0;
    const unit = 1n << BigInt(drop);
    const rest = mantissa & (unit - 1n);
    kept = mantissa >> BigInt(drop);
    const half = unit >> 1n;
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
    exponent += drop;
  }
  // Exact: the factors and, but for overflow, the product are numbers of the format.
  const value = Number(kept) * 2 ** exponent;
  return precision === 24 ? Math.fround(value) : value;
}
