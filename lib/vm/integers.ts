/**
 * 64-bit integers as two 32-bit halves, as they lie in a frame. Fast paths are in the processor's
 * loop; here is what takes more than a few operations. Results go to two words of `out`.
 */
const TWO_32 = 4294967296;

export function toBigInt(low: number, high: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low >>> 0);
}

export function toUnsignedBigInt(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

/** Stores the low 64 bits. */
export function putBigInt(out: Int32Array, at: number, value: bigint): void {
  out[at] = Number(BigInt.asIntN(32, value));
  out[at + 1] = Number(BigInt.asIntN(32, value >> 32n));
}

/** Value to a float with one rounding, as cvtsi2ss; `unsigned` for uint64. */
export function toFloat(low: number, high: number, unsigned: boolean): number {
  const top = unsigned ? high >>> 0 : high;
  // Beyond 2^53 a double would round first: keep 53 bits and let one sticky bit stand for the rest.
  const sticky = (high ^ (high >> 31)) >>> 21 !== 0 || (unsigned && high < 0);
  const kept = sticky ? (low & ~0x7ff) | ((low & 0x7ff) !== 0 ? 0x800 : 0) : low;
  return Math.fround(top * TWO_32 + (kept >>> 0));
}

/** x86-64 cvttsd2si to 64 bits: truncation, or "integer indefinite" (-2^63) out of range. */
export function putSigned64(out: Int32Array, at: number, value: number): void {
  if (value >= -9223372036854775808 && value < 9223372036854775808) {
    const whole = Math.trunc(value);
    const high = Math.floor(whole / TWO_32);
    out[at] = (whole - high * TWO_32) | 0;
    out[at + 1] = high;
  } else {
    out[at] = 0;
    out[at + 1] = -2147483648;
  }
}

/** As gcc converts to uint64 on x86-64, out of range too. */
export function putUnsigned64(out: Int32Array, at: number, value: number): void {
  if (value >= 9223372036854775808) {
    putSigned64(out, at, value - 9223372036854775808);
    out[at + 1] = (out[at + 1] as number) ^ -2147483648;
  } else putSigned64(out, at, value);
}
