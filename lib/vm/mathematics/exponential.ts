/**
 * exp, log, pow and their relatives, and the hyperbolic functions, by pairs of doubles: the result is
 * the exact value's nearest double (but for some one in 2^40 arguments), on every host. The series are
 * Taylor's after reduction; the logarithm is one step of Newton's from a series in doubles.
 */
import {
  LN2,
  ONE,
  add,
  decompose,
  divide,
  inverse,
  multiply,
  powerOfTwo,
  product,
  round,
  scale,
  single,
  squareRoot,
  subtract,
  sum,
  type Pair,
} from './pair';

/** ln 2 beyond the pair: for products with exponents. */
const LN2_REST = 5.707708438416212e-34;
const LOG2_E: Pair = { hi: 1.4426950408889634, lo: 2.0355273740931033e-17 };
const LOG10_E: Pair = { hi: 0.4342944819032518, lo: 1.098319650216765e-17 };
const LN10: Pair = { hi: 2.302585092994046, lo: -2.1707562233822494e-16 };

/** Below this size x and x^3 terms say all that the 53 bits and their rounding need. */
export const TINY = 2 ** -30;

const HALVINGS = 9;

/** e^r - 1 for |r| < 0.4, relatively exact. */
function smallExponentialMinusOne(r: Pair): Pair {
  const small = scale(r, -HALVINGS);
  let series = ONE;
  for (let n = 10; n >= 2; n--) series = add(ONE, multiply(multiply(small, inverse(n)), series));
  let result = multiply(small, series);
  for (let k = 0; k < HALVINGS; k++) result = add(scale(result, 1), multiply(result, result));
  return result;
}

/** e^x = (1 + rest) * 2^power. */
function reduced(x: Pair): { rest: Pair; power: number } {
  const power = Math.round(x.hi * LOG2_E.hi);
  if (power === 0) return { rest: smallExponentialMinusOne(x), power };
  const multiple = add(
    product(power, LN2.hi),
    add(product(power, LN2.lo), single(power * LN2_REST)),
  );
  return { rest: smallExponentialMinusOne(subtract(x, multiple)), power };
}

/** As a pair, where it neither overflows nor underflows. */
export function exponentialPair(x: Pair): Pair {
  const { rest, power } = reduced(x);
  return scale(add(ONE, rest), power);
}

function exponentialOf(x: Pair, shift = 0): number {
  if (x.hi > 720) return Infinity;
  if (x.hi < -760) return 0;
  const { rest, power } = reduced(x);
  return round(add(ONE, rest), power + shift);
}

export function exponential(x: number): number {
  return Number.isNaN(x) ? NaN : exponentialOf(single(x));
}

export function exponential2(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 1100) return Infinity;
  if (x < -1100) return 0;
  const whole = Math.round(x);
  return round(add(ONE, smallExponentialMinusOne(multiply(single(x - whole), LN2))), whole);
}

export function exponential10(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 400) return Infinity;
  return x < -400 ? 0 : snapped(multiply(single(x), LN10));
}

function expm1Pair(x: Pair): Pair {
  const { rest, power } = reduced(x);
  return power === 0 ? rest : subtract(scale(add(ONE, rest), power), ONE);
}

export function exponentialMinusOne(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  if (x > 60) return exponential(x);
  if (x < -50) return -1;
  if (Math.abs(x) < TINY) return x + (x * x) / 2;
  return round(expm1Pair(single(x)), 0);
}

/** log(1 + f) where 1 + f lies between sqrt(1/2) and sqrt(2), relatively exact. */
function smallLogarithm(f: Pair): Pair {
  const s = f.hi / (2 + f.hi);
  const square = s * s;
  let series = 0;
  for (let n = 23; n >= 1; n -= 2) series = series * square + 1 / n;
  const estimate = 2 * s * series;
  if (estimate === 0) return f;
  // (1 + f) e^-estimate - 1, without the cancellation of 1 + f.
  const small = smallExponentialMinusOne(single(-estimate));
  const error = add(f, multiply(small, add(ONE, f)));
  const bend = (error.hi * error.hi) / 2;
  return add(single(estimate), subtract(error, single(bend)));
}

/** log(1 + f) for f > -1. */
export function logarithm1Pair(f: Pair): Pair {
  const whole = add(ONE, f);
  if (whole.hi > 0.7072 && whole.hi < 1.4142) return smallLogarithm(f);
  return logarithmPair(whole);
}

export function logarithmPair(x: Pair): Pair {
  const { exponent, mantissa } = splitAtRootHalf(x.hi);
  const small =
    x.lo === 0
      ? smallLogarithm(single(mantissa - 1))
      : smallLogarithm(subtract(scale(x, -exponent), ONE));
  return add(timesLn2(exponent), small);
}

function timesLn2(power: number): Pair {
  return add(product(power, LN2.hi), product(power, LN2.lo));
}

/** x = mantissa * 2^exponent, the mantissa between sqrt(1/2) and sqrt(2). */
function splitAtRootHalf(x: number): { mantissa: number; exponent: number } {
  const { mantissa, exponent } = decompose(x);
  return mantissa > Math.SQRT2
    ? { mantissa: mantissa / 2, exponent: exponent + 1 }
    : { mantissa, exponent };
}

/** Common cases of the logarithms: null when there is something to compute. */
function logarithmOfSpecial(x: number): number | null {
  if (x === 0) return -Infinity;
  if (x < 0 || Number.isNaN(x)) return NaN;
  return x === Infinity ? Infinity : null;
}

export function logarithm(x: number): number {
  return logarithmOfSpecial(x) ?? round(logarithmPair(single(x)), 0);
}

export function logarithm2(x: number): number {
  const special = logarithmOfSpecial(x);
  if (special !== null) return special;
  const { exponent, mantissa } = splitAtRootHalf(x);
  const fraction = multiply(smallLogarithm(single(mantissa - 1)), LOG2_E);
  return round(add(single(exponent), fraction), 0);
}

export function logarithm10(x: number): number {
  return logarithmOfSpecial(x) ?? round(multiply(logarithmPair(single(x)), LOG10_E), 0);
}

export function logarithm1(x: number): number {
  if (Number.isNaN(x) || x < -1) return NaN;
  if (x === -1) return -Infinity;
  if (x === Infinity) return Infinity;
  if (Math.abs(x) < TINY) return x - (x * x) / 2;
  return round(logarithm1Pair(single(x)), 0);
}

/** e^x where the exact result may lie halfway between two doubles, as powers of integers do. */
function snapped(x: Pair, negative = false): number {
  if (x.hi > 720) return negative ? -Infinity : Infinity;
  if (x.hi < -760) return negative ? -0 : 0;
  const { rest, power } = reduced(x);
  const value = add(ONE, rest);
  const half = decompose(value.hi).exponent < 0 ? 2 ** -54 : 2 ** -53;
  const tie = Math.abs(Math.abs(value.lo) - half) < half * 2 ** -36;
  const lo = tie ? Math.sign(value.lo) * half : value.lo;
  const result = round({ hi: value.hi, lo }, power);
  return negative ? -result : result;
}

/** C11 F.10.4.4. */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = Math.abs(x);
  const odd = Number.isInteger(y) && Math.abs(y) < 2 ** 53 && y % 2 !== 0;
  const negative = (x < 0 || Object.is(x, -0)) && odd;
  if (!Number.isFinite(y)) return size === 1 ? 1 : size > 1 === y > 0 ? Infinity : 0;
  if (size === 0 || size === Infinity) {
    const result = (size === 0) === y > 0 ? 0 : Infinity;
    return negative ? -result : result;
  }
  if (x < 0 && !Number.isInteger(y)) return NaN;
  if (size === 1) return negative ? -1 : 1;
  const logarithmOfSize = logarithmPair(single(size));
  const estimate = logarithmOfSize.hi * y;
  if (Math.abs(estimate) > 800) {
    const result = estimate > 0 ? Infinity : 0;
    return negative ? -result : result;
  }
  if (Math.abs(estimate) < 2 ** -60) return negative ? -1 : 1;
  return snapped(multiply(logarithmOfSize, single(y)), negative);
}

export function hyperbolicSine(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || x === 0) return x;
  if (size < TINY) return x + (x * x * x) / 6;
  const sign = Math.sign(x);
  if (size > 50) return sign * exponentialOf(single(size), -1);
  const minusOne = expm1Pair(single(size));
  const twice = add(minusOne, divide(minusOne, add(ONE, minusOne)));
  return sign * round(twice, -1);
}

export function hyperbolicCosine(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const size = Math.abs(x);
  if (size > 50) return exponentialOf(single(size), -1);
  const whole = exponentialPair(single(size));
  return round(add(whole, divide(ONE, whole)), -1);
}

export function hyperbolicTangent(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || x === 0) return x;
  if (size > 40) return Math.sign(x);
  if (size < TINY) return x - (x * x * x) / 3;
  const minusOne = expm1Pair(single(2 * size));
  return Math.sign(x) * round(divide(minusOne, add(minusOne, single(2))), 0);
}

export function inverseHyperbolicSine(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(x) || x === 0) return x;
  if (size < TINY) return x - (x * x * x) / 6;
  const sign = Math.sign(x);
  if (size > 2 ** 60) return sign * round(add(logarithmPair(single(size)), LN2), 0);
  const square = product(size, size);
  const root = squareRoot(add(ONE, square));
  const argument = add(single(size), divide(square, add(ONE, root)));
  return sign * round(logarithm1Pair(argument), 0);
}

export function inverseHyperbolicCosine(x: number): number {
  if (Number.isNaN(x) || x < 1) return NaN;
  if (x === Infinity) return x;
  if (x > 2 ** 60) return round(add(logarithmPair(single(x)), LN2), 0);
  const above = sum(x, -1);
  const root = squareRoot(add(scale(above, 1), multiply(above, above)));
  return round(logarithm1Pair(add(above, root)), 0);
}

export function inverseHyperbolicTangent(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size > 1) return NaN;
  if (size === 1) return x * Infinity;
  if (size < TINY) return x + (x * x * x) / 3;
  const quotient = divide(single(2 * size), sum(1, -size));
  return Math.sign(x) * round(logarithm1Pair(quotient), -1);
}

export function cubeRoot(x: number): number {
  if (!Number.isFinite(x) || x === 0) return x;
  const { mantissa, exponent } = decompose(Math.abs(x));
  const thirds = Math.floor(exponent / 3);
  const m = mantissa * powerOfTwo(exponent - 3 * thirds);
  let root = 0.75 + m / 5;
  for (let k = 0; k < 6; k++) root -= (root * root * root - m) / (3 * root * root);
  const square = product(root, root);
  const error = subtract(multiply(square, single(root)), single(m));
  const exact = subtract(single(root), divide(error, single(3 * square.hi)));
  return Math.sign(x) * round(exact, thirds);
}

export function hypotenuse(x: number, y: number): number {
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return Infinity;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const larger = Math.max(Math.abs(x), Math.abs(y));
  const smaller = Math.min(Math.abs(x), Math.abs(y));
  if (smaller === 0) return larger;
  const { exponent, mantissa: a } = decompose(larger);
  const other = decompose(smaller);
  const distance = other.exponent - exponent;
  // The smaller side is too short to be seen: as from one side.
  if (distance < -60) return larger;
  const b = other.mantissa * powerOfTwo(distance);
  return round(squareRoot(add(product(a, a), product(b, b))), exponent);
}
