/**
 * tgamma, lgamma, erf and erfc by pairs of doubles: Stirling's series above 32, to which smaller
 * arguments are shifted; Taylor's series and a continued fraction for the error function.
 */
import { exponentialPair, logarithmPair } from './exponential';
import {
  LN2,
  ONE,
  add,
  divide,
  inverse,
  multiply,
  negate,
  product,
  round,
  single,
  subtract,
  sum,
  type Pair,
} from './pair';
import { sineOfPi } from './trigonometry';

const PI: Pair = { hi: 3.141592653589793, lo: 1.2246467991473532e-16 };
const LN_PI: Pair = { hi: 1.1447298858494002, lo: 1.0265951162707826e-17 };
const HALF_LN_2PI: Pair = { hi: 0.9189385332046728, lo: -3.8782941580672414e-17 };
const TWO_OVER_ROOT_PI: Pair = { hi: 1.1283791670955126, lo: 1.533545961316588e-17 };
const ONE_OVER_ROOT_PI: Pair = { hi: 0.5641895835477563, lo: 7.66772980658294e-18 };

/** B(2n) / (2n (2n - 1)), Bernoulli's numbers, n from 1. */
const STIRLING: readonly Pair[] = [
  { hi: 0.08333333333333333, lo: 4.625929269271485e-18 },
  { hi: -0.002777777777777778, lo: 1.0601087908747154e-19 },
  { hi: 0.0007936507936507937, lo: 6.883823317368282e-22 },
  { hi: -0.0005952380952380953, lo: 5.36938218754726e-20 },
  { hi: 0.0008417508417508417, lo: 3.6870174889237694e-20 },
  { hi: -0.0019175269175269176, lo: 1.0675702776872475e-19 },
  { hi: 0.00641025641025641, lo: 2.2240044563805217e-19 },
  { hi: -0.029550653594771242, lo: 4.861760957508855e-19 },
  { hi: 0.17964437236883057, lo: -6.401600482710946e-19 },
  { hi: -1.3924322169059011, lo: 1.5837056989230303e-17 },
  { hi: 13.402864044168393, lo: -6.154114101993966e-16 },
  { hi: -156.84828462600203, lo: 9.391823141715389e-15 },
  { hi: 2193.1033333333335, lo: -1.3339255626002948e-13 },
];

const SHIFT_TO = 32;

/** log of gamma for x >= 32. */
function stirling(x: Pair): Pair {
  const over = divide(ONE, x);
  const square = multiply(over, over);
  let series = single(0);
  for (let n = STIRLING.length - 1; n >= 0; n--) {
    series = add(STIRLING[n] ?? ONE, multiply(square, series));
  }
  const main = subtract(multiply(subtract(x, single(0.5)), logarithmPair(x)), x);
  return add(add(main, HALF_LN_2PI), multiply(over, series));
}

/** x, x + 1 ... up to 32 multiplied, and the number reached. */
function shifted(x: number): { factors: Pair; from: Pair } {
  let factors = ONE;
  let from = single(x);
  while (from.hi < SHIFT_TO) {
    factors = multiply(factors, from);
    from = add(from, ONE);
  }
  return { factors, from };
}

/** Gamma for 0 < x, relatively exact; too large above 171.7. */
function positiveGamma(x: number): Pair {
  const { factors, from } = shifted(x);
  return divide(exponentialPair(stirling(from)), factors);
}

export function gamma(x: number): number {
  if (x === 0) return 1 / x;
  if (Number.isNaN(x) || x === -Infinity || (x < 0 && Number.isInteger(x))) return NaN;
  if (x > 171.7) return Infinity;
  if (x > 0) {
    if (x < 2 ** -60) return 1 / x;
    // Whole numbers by multiplication alone: factorials are exact as long as they fit.
    if (Number.isInteger(x) && x < 30) {
      let factorial = ONE;
      for (let n = 2; n < x; n++) factorial = multiply(factorial, single(n));
      return round(factorial, 0);
    }
    return round(positiveGamma(x), 0);
  }
  if (x < -184) return Math.floor(x) % 2 === 0 ? 0 : -0;
  if (x > -(2 ** -60)) return 1 / x;
  // Reflection: pi / (sin(pi x) gamma(1 - x)); the second factor scaled to stay in range.
  const other = subtract(ONE, single(x));
  const large = exponentialPairScaled(logGammaPair(other), -600);
  return round(divide(PI, multiply(sineOfPi(x), large)), -600);
}

/** e^x * 2^power. */
function exponentialPairScaled(x: Pair, power: number): Pair {
  return exponentialPair(add(x, multiply(single(power), LN2)));
}

/** log |gamma(x)| for x > 0. */
function logGammaPair(x: Pair): Pair {
  let factors = ONE;
  let from = x;
  while (from.hi < SHIFT_TO) {
    factors = multiply(factors, from);
    from = add(from, ONE);
  }
  const main = stirling(from);
  return factors === ONE ? main : subtract(main, logarithmPair(factors));
}

/** log |gamma(x)|, POSIX lgamma. */
export function logGamma(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (!Number.isFinite(x) || (x <= 0 && Number.isInteger(x))) return Infinity;
  if (x === 1 || x === 2) return 0;
  const size = Math.abs(x);
  if (size < 2 ** -60) return round(negate(logarithmPair(single(size))), 0);
  if (x > 1e306) return x > 2.5563481638716906e305 ? Infinity : round(stirling(single(x)), 0);
  if (x > 0) return round(logGammaPair(single(x)), 0);
  if (x < -(2 ** 52)) return Infinity;
  const wave = sineOfPi(x);
  const sine = wave.hi < 0 ? negate(wave) : wave;
  const reflected = logGammaPair(sum(1, -x));
  return round(subtract(subtract(LN_PI, logarithmPair(sine)), reflected), 0);
}

/** erf as x e^(-x^2) 2/sqrt(pi) times a series of positive terms; for |x| < 6. */
function erfPair(x: number): Pair {
  const square = product(x, x);
  const twice = add(square, square);
  let term = ONE;
  let total = ONE;
  for (let n = 3; n < 400 && term.hi > total.hi * 2 ** -110; n += 2) {
    term = multiply(multiply(term, twice), inverse(n));
    total = add(total, term);
  }
  const factor = multiply(multiply(single(x), TWO_OVER_ROOT_PI), exponentialPair(negate(square)));
  return multiply(factor, total);
}

export function errorFunction(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x) || x === 0) return x;
  if (size > 6) return Math.sign(x);
  if (size < 2 ** -60) {
    // Scaled, so that the partial products of the smallest arguments don't underflow.
    return round(multiply(single(x * 2 ** 200), TWO_OVER_ROOT_PI), -200);
  }
  return round(erfPair(x), 0);
}

export function complementaryErrorFunction(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 27.3) return 0;
  if (x < -6) return 2;
  if (x < 4) return round(subtract(ONE, erfPair(x)), 0);
  // x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...))), from the far end.
  let fraction = single(x);
  for (let k = 120; k >= 1; k--) fraction = add(single(x), divide(single(k / 2), fraction));
  const power = 600;
  const small = exponentialPairScaled(negate(product(x, x)), power);
  return round(divide(multiply(small, ONE_OVER_ROOT_PI), fraction), -power);
}
