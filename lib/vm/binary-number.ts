/** Doubles as integers times powers of two, and back with one rounding. Finite ones only. */

const view = new DataView(new ArrayBuffer(8));

/** |value| = mantissa * 2^exponent. */
export function binary(value: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & ((1n << 52n) - 1n);
  return field === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: field - 1075 };
}

/** The double nearest to digits * 2^twos, digits >= 0; halves to even. */
export function nearestDouble(digits: bigint, twos: number): number {
  if (digits === 0n) return 0;
  const bits = digits.toString(2).length;
  // 53 bits are kept, fewer below the normal range.
  const top = bits + twos;
  if (top > 1024) return Infinity;
  if (top < -1074) return 0;
  const lowest = Math.max(top - 53, -1074);
  const dropped = lowest - twos;
  if (dropped <= 0) return scale(Number(digits), twos);
  const unit = 1n << BigInt(dropped);
  let kept = digits / unit;
  const twice = 2n * (digits - kept * unit);
  if (twice > unit || (twice === unit && (kept & 1n) === 1n)) kept += 1n;
  return scale(Number(kept), lowest);
}

/** value * 2^exponent where the result is exact, in two steps so that neither factor overflows. */
function scale(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}

/** x * y + z with one rounding: C11 7.12.13.1. */
export function fusedMultiplyAdd(x: number, y: number, z: number): number {
  const plain = x * y + z;
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z)) {
    return Number.isFinite(x) && Number.isFinite(y) ? z : plain;
  }
  if (x === 0 || y === 0) return plain;
  const a = signed(x);
  const b = signed(y);
  const c = signed(z);
  const exponent = a.exponent + b.exponent;
  const lowest = Math.min(exponent, c.exponent);
  const total =
    ((a.mantissa * b.mantissa) << BigInt(exponent - lowest)) +
    (c.mantissa << BigInt(c.exponent - lowest));
  if (total === 0n) return z === 0 ? plain : 0;
  return total < 0n ? -nearestDouble(-total, lowest) : nearestDouble(total, lowest);
}

function signed(value: number): { mantissa: bigint; exponent: number } {
  const { mantissa, exponent } = binary(value);
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent };
}
