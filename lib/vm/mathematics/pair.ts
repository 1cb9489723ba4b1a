/**
 * Numbers as the unevaluated sum of two doubles, some 106 bits (Dekker 1971, Knuth 4.2.2). All is
 * IEEE addition, multiplication, division and square root, which every host does the same way.
 * Leaves out: operands so large or small that a partial product overflows or underflows.
 */
export interface Pair {
  readonly hi: number;
  readonly lo: number;
}

export const ONE: Pair = { hi: 1, lo: 0 };
export const LN2: Pair = { hi: 0.6931471805599453, lo: 2.3190468138462996e-17 };

export function single(hi: number): Pair {
  return { hi, lo: 0 };
}

/** a + b exactly. */
export function sum(a: number, b: number): Pair {
  const hi = a + b;
  const part = hi - a;
  return { hi, lo: a - (hi - part) + (b - part) };
}

/** a + b exactly, where |a| >= |b| or a is 0. */
function orderedSum(a: number, b: number): Pair {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

const SPLITTER = 134_217_729;

/** a * b exactly. */
export function product(a: number, b: number): Pair {
  const hi = a * b;
  const wideA = SPLITTER * a;
  const highA = wideA - (wideA - a);
  const lowA = a - highA;
  const wideB = SPLITTER * b;
  const highB = wideB - (wideB - b);
  const lowB = b - highB;
  return { hi, lo: highA * highB - hi + highA * lowB + lowA * highB + lowA * lowB };
}

export function add(a: Pair, b: Pair): Pair {
  const high = sum(a.hi, b.hi);
  const low = sum(a.lo, b.lo);
  const middle = orderedSum(high.hi, high.lo + low.hi);
  return orderedSum(middle.hi, middle.lo + low.lo);
}

export function negate({ hi, lo }: Pair): Pair {
  return { hi: -hi, lo: -lo };
}

export function subtract(a: Pair, b: Pair): Pair {
  return add(a, negate(b));
}

export function multiply(a: Pair, b: Pair): Pair {
  const whole = product(a.hi, b.hi);
  return orderedSum(whole.hi, whole.lo + (a.hi * b.lo + a.lo * b.hi));
}

export function divide(a: Pair, b: Pair): Pair {
  const first = a.hi / b.hi;
  const rest = subtract(a, multiply(b, single(first)));
  const second = rest.hi / b.hi;
  const last = subtract(rest, multiply(b, single(second))).hi / b.hi;
  return add(orderedSum(first, second), single(last));
}

export function squareRoot(a: Pair): Pair {
  if (a.hi === 0) return a;
  const root = Math.sqrt(a.hi);
  const rest = subtract(a, product(root, root));
  return orderedSum(root, rest.hi / (2 * root));
}

/** By a power of two that neither overflows nor underflows. */
export function scale(a: Pair, power: number): Pair {
  const factor = powerOfTwo(power);
  return { hi: a.hi * factor, lo: a.lo * factor };
}

/** 2^exponent for -1022 <= exponent <= 1023. */
export function powerOfTwo(exponent: number): number {
  view.setUint32(0, (exponent + 1023) << 20);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}

const view = new DataView(new ArrayBuffer(8));

/** Finite x other than 0 as m * 2^exponent with 1 <= |m| < 2. */
export function decompose(x: number): { mantissa: number; exponent: number } {
  let scaled = x;
  let below = 0;
  if (Math.abs(x) < 2.2250738585072014e-308) {
    scaled = x * 18_014_398_509_481_984;
    below = 54;
  }
  view.setFloat64(0, scaled);
  const high = view.getUint32(0);
  view.setUint32(0, (high & 0x800f_ffff) | 0x3ff0_0000);
  return { mantissa: view.getFloat64(0), exponent: ((high >>> 20) & 0x7ff) - 1023 - below };
}

/** a * 2^power, rounded once, halves to even, below the normal range too. */
export function round(a: Pair, power: number): number {
  const hi = a.hi + a.lo;
  if (hi === 0 || !Number.isFinite(hi)) return hi;
  const { mantissa, exponent } = decompose(hi);
  const top = exponent + power;
  if (top > 1023) return mantissa > 0 ? Infinity : -Infinity;
  if (top >= -1022) return mantissa * powerOfTwo(top);
  if (top < -1076) return mantissa > 0 ? 0 : -0;
  // In units of the smallest number; two steps, so that each factor is a normal number.
  const unit = powerOfTwo(500);
  const shift = powerOfTwo(power + 1074 - 500);
  const units = orderedSum(a.hi * unit * shift, a.lo * unit * shift);
  const whole = Math.floor(units.hi);
  const rest = units.hi - whole + units.lo;
  // The low part may lie on either side of the whole number.
  const odd = whole % 2 !== 0;
  const up =
    rest > 0.5 || (rest === 0.5 && odd) ? 1 : rest < -0.5 || (rest === -0.5 && odd) ? -1 : 0;
  return (whole + up) * Number.MIN_VALUE;
}

/** The inverses of 1, 2, 3 ... */
export const INVERSES: readonly Pair[] = Array.from({ length: 64 }, (_, n) =>
  n === 0 ? ONE : divide(ONE, single(n)),
);

export function inverse(n: number): Pair {
  return INVERSES[n] ?? divide(ONE, single(n));
}
