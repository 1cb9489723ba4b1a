/**
 * A small pseudo-random generator (PCG, 32-bit output of 64-bit state kept as two words), for the
 * random scheduler and getrandom. Same seed, same numbers, on every host. Not for secrets.
 */
export interface RandomState {
  low: number;
  high: number;
}

export function randomState(seed: number): RandomState {
  const state = { low: 0, high: 0 };
  nextUint32(state);
  const low = (state.low >>> 0) + (seed >>> 0);
  state.high = (state.high + Math.floor(seed / 2 ** 32) + (low > 0xffff_ffff ? 1 : 0)) >>> 0;
  state.low = low >>> 0;
  nextUint32(state);
  return state;
}

/** Uniform in [0, 2^32). */
export function nextUint32(state: RandomState): number {
  const { low, high } = state;
  // state = state * 6364136223846793005 + 1442695040888963407 (mod 2^64)
  const product = multiply64(low, high, 0x4c95_7f2d, 0x5851_f42d);
  const sum = product.low + 0xf767_814f;
  state.low = sum >>> 0;
  state.high = (product.high + 0x1405_7b7e + (sum > 0xffff_ffff ? 1 : 0)) >>> 0;
  // output: ((state >> 18) ^ state) >> 27, rotated by state >> 59
  const mixedLow = (low ^ ((low >>> 18) | (high << 14))) >>> 0;
  const mixedHigh = (high ^ (high >>> 18)) >>> 0;
  const word = ((mixedLow >>> 27) | (mixedHigh << 5)) >>> 0;
  const turn = high >>> 27;
  return ((word >>> turn) | (word << (-turn & 31))) >>> 0;
}

/** Uniform in [0, bound), without bias. */
export function nextBelow(state: RandomState, bound: number): number {
  const limit = 0x1_0000_0000 - (0x1_0000_0000 % bound);
  for (;;) {
    const value = nextUint32(state);
    if (value < limit) return value % bound;
  }
}

function multiply64(
  low: number,
  high: number,
  byLow: number,
  byHigh: number,
): { low: number; high: number } {
  const a0 = low & 0xffff;
  const a1 = low >>> 16;
  const b0 = byLow & 0xffff;
  const b1 = byLow >>> 16;
  const p00 = a0 * b0;
  const p01 = a0 * b1;
  const p10 = a1 * b0;
  const middle = (p00 >>> 16) + (p01 & 0xffff) + (p10 & 0xffff);
  const carry = a1 * b1 + Math.floor(p01 / 0x1_0000) + Math.floor(p10 / 0x1_0000) + (middle >>> 16);
  const cross = (Math.imul(low, byHigh) + Math.imul(high, byLow)) >>> 0;
  return { low: ((middle << 16) | (p00 & 0xffff)) >>> 0, high: (carry + cross) >>> 0 };
}
