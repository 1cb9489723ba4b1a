/**
 * sin, cos, tan and their inverses by pairs of doubles, the nearest double on every host. Large
 * arguments are reduced by as many digits of pi as it takes (Payne and Hanek 1983), as integers.
 */
import { TINY } from './exponential';
import {
  ONE,
  add,
  decompose,
  divide,
  inverse,
  multiply,
  negate,
  powerOfTwo,
  product,
  round,
  single,
  squareRoot,
  subtract,
  sum,
  type Pair,
} from './pair';

/** pi / 2 in four doubles. */
const HALF_PI = [
  1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33, 5.562271104316826e-50,
] as const;
const PI: Pair = { hi: 3.141592653589793, lo: 1.2246467991473532e-16 };
const HALF_PI_PAIR: Pair = { hi: HALF_PI[0], lo: HALF_PI[1] };

interface Angle {
  /** 0 to 3. */
  readonly quadrant: number;
  /** Between -pi/4 and pi/4. */
  readonly rest: Pair;
}

function reduce(x: number): Angle {
  const turns = Math.round(x / HALF_PI[0]);
  if (Math.abs(x) > 2 ** 20) return reduceExactly(x);
  let rest = single(x);
  for (const part of HALF_PI) rest = subtract(rest, product(turns, part));
  // Where most digits cancelled, more of pi is needed.
  if (turns !== 0 && Math.abs(rest.hi) < 2 ** -10) return reduceExactly(x);
  return { quadrant: ((turns % 4) + 4) % 4, rest };
}

const FRACTION_BITS = 1300n;
let halfPiDigits: bigint | null = null;

/** pi / 2 as an integer in units of 2^-1300, by Machin's formula. */
function halfPi(): bigint {
  if (halfPiDigits !== null) return halfPiDigits;
  const guard = 32n;
  const unit = 1n << (FRACTION_BITS + guard);
  const arctangentOfInverse = (n: bigint): bigint => {
    let term = unit / n;
    let total = term;
    for (let k = 3n, sign = -1n; term !== 0n; k += 2n, sign = -sign) {
      term /= n * n;
      total += (sign * term) / k;
    }
    return total;
  };
  halfPiDigits = (2n * (4n * arctangentOfInverse(5n) - arctangentOfInverse(239n))) >> guard;
  return halfPiDigits;
}

function reduceExactly(x: number): Angle {
  const { mantissa, exponent } = decompose(x);
  const shift = FRACTION_BITS + BigInt(exponent - 52);
  const value = BigInt(mantissa * 2 ** 52) << shift;
  const quarter = halfPi();
  let turns = value / quarter;
  let rest = value - turns * quarter;
  if (2n * rest > quarter) {
    turns += 1n;
    rest -= quarter;
  } else if (2n * rest < -quarter) {
    turns -= 1n;
    rest += quarter;
  }
  return { quadrant: Number(((turns % 4n) + 4n) % 4n), rest: toPair(rest) };
}

/** 400 binary places are more than two doubles can tell of an angle above 2^-70. */
function toPair(value: bigint): Pair {
  const places = value >> (FRACTION_BITS - 400n);
  const hi = Number(places);
  const lo = Number(places - BigInt(hi));
  return { hi: hi * powerOfTwo(-400), lo: lo * powerOfTwo(-400) };
}

/** Taylor's series of sin (from 1) or cos (from 0) in r^2. */
function series(square: Pair, first: number): Pair {
  let total = ONE;
  for (let n = first + 28; n > first; n -= 2) {
    const factor = multiply(multiply(square, inverse(n)), inverse(n - 1));
    total = subtract(ONE, multiply(factor, total));
  }
  return total;
}

function sineOfRest(rest: Pair): Pair {
  return multiply(rest, series(multiply(rest, rest), 1));
}

function cosineOfRest(rest: Pair): Pair {
  return series(multiply(rest, rest), 0);
}

function sineOfAngle({ quadrant, rest }: Angle): Pair {
  const value = quadrant % 2 === 0 ? sineOfRest(rest) : cosineOfRest(rest);
  return quadrant < 2 ? value : negate(value);
}

function cosineOfAngle({ quadrant, rest }: Angle): Pair {
  return sineOfAngle({ quadrant: (quadrant + 1) % 4, rest });
}

export function sine(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < TINY) return x === 0 ? x : x - (x * x * x) / 6;
  return round(sineOfAngle(reduce(x)), 0);
}

export function cosine(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  return Math.abs(x) < TINY ? 1 - (x * x) / 2 : round(cosineOfAngle(reduce(x)), 0);
}

export function tangent(x: number): number {
  if (!Number.isFinite(x)) return NaN;
  if (Math.abs(x) < TINY) return x === 0 ? x : x + (x * x * x) / 3;
  const { quadrant, rest } = reduce(x);
  const sineValue = sineOfRest(rest);
  const cosineValue = cosineOfRest(rest);
  const value =
    quadrant % 2 === 0 ? divide(sineValue, cosineValue) : negate(divide(cosineValue, sineValue));
  return round(value, 0);
}

/** To some ten digits, for 0 <= t <= 1. */
function roughArctangent(t: number): number {
  if (t > 0.4142) return HALF_PI[0] / 2 + roughSeries((t - 1) / (t + 1));
  return roughSeries(t);
}

function roughSeries(t: number): number {
  const square = t * t;
  let total = 0;
  for (let n = 25; n >= 1; n -= 2) total = 1 / n - total * square;
  return t * total;
}

/** The angle of a point in the first quadrant, not both 0, from 0 to pi/2. */
function angleOf(y: Pair, x: Pair): Pair {
  const steep = y.hi > x.hi;
  const ratio = steep ? x.hi / y.hi : y.hi / x.hi;
  const rough = roughArctangent(ratio);
  const [near, far] = steep ? [x, y] : [y, x];
  const rest = single(rough);
  const s = sineOfRest(rest);
  const c = cosineOfRest(rest);
  // The tangent of what the estimate lacks.
  const lacking = divide(
    subtract(multiply(near, c), multiply(far, s)),
    add(multiply(far, c), multiply(near, s)),
  );
  const bend = multiply(multiply(multiply(lacking, lacking), lacking), inverse(3));
  const angle = add(rest, subtract(lacking, bend));
  return steep ? subtract(HALF_PI_PAIR, angle) : angle;
}

export function arctangent(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return NaN;
  if (size < TINY) return x === 0 ? x : x - (x * x * x) / 3;
  if (size > 2 ** 70) return x > 0 ? HALF_PI[0] : -HALF_PI[0];
  return Math.sign(x) * round(angleOf(single(size), ONE), 0);
}

/** C11 F.10.1.4. */
export function arctangent2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const sign = y < 0 || Object.is(y, -0) ? -1 : 1;
  const left = x < 0 || Object.is(x, -0);
  const height = Math.abs(y);
  const width = Math.abs(x);
  if (height === 0) return sign * (left ? PI.hi : 0);
  if (width === 0) return sign * HALF_PI[0];
  if (height === Infinity || width === Infinity) {
    const angle = width === height ? HALF_PI[0] / 2 : height === Infinity ? HALF_PI[0] : 0;
    if (!left) return sign * angle;
    return sign * (width === height ? 3 * (HALF_PI[0] / 2) : height === Infinity ? angle : PI.hi);
  }
  const a = decompose(height);
  const b = decompose(width);
  const distance = a.exponent - b.exponent;
  if (distance > 110) return sign * HALF_PI[0];
  if (distance < -110) return sign * (left ? PI.hi : quotient(a, b));
  if (distance < -35 && !left) return sign * flat(a, b);
  const up = single(a.mantissa * powerOfTwo(distance));
  const angle = angleOf(up, single(b.mantissa));
  return sign * round(left ? subtract(PI, angle) : angle, 0);
}

interface Split {
  readonly mantissa: number;
  readonly exponent: number;
}

function quotient(a: Split, b: Split): number {
  return round(divide(single(a.mantissa), single(b.mantissa)), a.exponent - b.exponent);
}

/** A small angle is its tangent, less a third of its cube. */
function flat(a: Split, b: Split): number {
  const tangentPair = divide(single(a.mantissa), single(b.mantissa));
  const distance = a.exponent - b.exponent;
  const t = tangentPair.hi * powerOfTwo(Math.max(distance, -500));
  const corrected = subtract(tangentPair, single((tangentPair.hi * t * t) / 3));
  return round(corrected, distance);
}

export function arcsine(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size > 1) return NaN;
  if (size < TINY) return x === 0 ? x : x + (x * x * x) / 6;
  return Math.sign(x) * round(angleOf(single(size), adjacent(size)), 0);
}

export function arccosine(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || size > 1) return NaN;
  const angle = angleOf(adjacent(size), single(size));
  return round(x < 0 ? subtract(PI, angle) : angle, 0);
}

/** sqrt(1 - x^2). */
function adjacent(x: number): Pair {
  return squareRoot(multiply(sum(1, -x), sum(1, x)));
}

export function sineOfPi(x: number): Pair {
  // sin(pi x), x reduced exactly to [-1/2, 1/2]; for the gamma function.
  const whole = Math.round(x);
  const value = sineOfRestAtPi(x - whole);
  return whole % 2 === 0 ? value : negate(value);
}

function sineOfRestAtPi(x: number): Pair {
  const size = Math.abs(x);
  const value =
    size > 0.25
      ? cosineOfRest(multiply(PI, sum(0.5, -size)))
      : sineOfRest(multiply(PI, single(size)));
  return x < 0 ? negate(value) : value;
}
