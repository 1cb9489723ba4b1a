/** Integer arithmetic and comparison in 64 bits, exact as long as a double is; else it is left to slow-path.ts. */
import type { ProcessMemory } from '../memory';

export function executeRareInteger(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  _sp: number,
  fp: number,
): number {
  const { i32 } = memory;
  const stackDelta = memory.stackDelta | 0;
  const fpw = (fp - stackDelta) >> 2;
  switch (code[pc] as number) {
    case 38: {
      // DIVS64
      const i = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const k = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (i32[i + 1] as number) * 4294967296 + ((i32[i] as number) >>> 0);
      const b = (i32[k + 1] as number) * 4294967296 + ((i32[k] as number) >>> 0);
      if (
        b === 0 ||
        a > 9007199254740992 ||
        a < -9007199254740992 ||
        b > 9007199254740992 ||
        b < -9007199254740992
      )
        break;
      const r = Math.trunc(a / b);
      i32[d] = r | 0;
      i32[(d + 1) | 0] = Math.floor(r / 4294967296);
      return (pc + 4) | 0;
    }
    case 39: {
      // DIVU64
      const i = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const k = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = ((i32[i + 1] as number) >>> 0) * 4294967296 + ((i32[i] as number) >>> 0);
      const b = ((i32[k + 1] as number) >>> 0) * 4294967296 + ((i32[k] as number) >>> 0);
      if (b === 0 || a > 9007199254740992 || b > 9007199254740992) break;
      const r = Math.trunc(a / b);
      i32[d] = r | 0;
      i32[(d + 1) | 0] = Math.floor(r / 4294967296);
      return (pc + 4) | 0;
    }
    case 40: {
      // REMS64
      const i = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const k = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (i32[i + 1] as number) * 4294967296 + ((i32[i] as number) >>> 0);
      const b = (i32[k + 1] as number) * 4294967296 + ((i32[k] as number) >>> 0);
      if (
        b === 0 ||
        a > 9007199254740992 ||
        a < -9007199254740992 ||
        b > 9007199254740992 ||
        b < -9007199254740992
      )
        break;
      const r = a % b;
      i32[d] = r | 0;
      i32[(d + 1) | 0] = Math.floor(r / 4294967296);
      return (pc + 4) | 0;
    }
    case 41: {
      // REMU64
      const i = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const k = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = ((i32[i + 1] as number) >>> 0) * 4294967296 + ((i32[i] as number) >>> 0);
      const b = ((i32[k + 1] as number) >>> 0) * 4294967296 + ((i32[k] as number) >>> 0);
      if (b === 0 || a > 9007199254740992 || b > 9007199254740992) break;
      const r = a % b;
      i32[d] = r | 0;
      i32[(d + 1) | 0] = Math.floor(r / 4294967296);
      return (pc + 4) | 0;
    }
    case 46: {
      // SHRS64
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const n = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
      if (n >>> 0 > 63) break;
      const lo = i32[a] as number;
      const hi = i32[(a + 1) | 0] as number;
      if (n === 0) {
        i32[d] = lo;
        i32[(d + 1) | 0] = hi;
      } else if (n < 32) {
        i32[d] = (lo >>> n) | (hi << (32 - n));
        i32[(d + 1) | 0] = hi >> n;
      } else {
        i32[d] = hi >> (n - 32);
        i32[(d + 1) | 0] = hi >> 31;
      }
      return (pc + 4) | 0;
    }
    case 50: {
      // NEG64
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const lo = -(i32[a] as number) | 0;
      const hi = ~(i32[(a + 1) | 0] as number) + (lo === 0 ? 1 : 0);
      i32[d] = lo;
      i32[(d + 1) | 0] = hi;
      return (pc + 3) | 0;
    }
    case 51: {
      // NOT64
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const hi = ~(i32[(a + 1) | 0] as number);
      i32[d] = ~(i32[a] as number);
      i32[(d + 1) | 0] = hi;
      return (pc + 3) | 0;
    }
    case 58: {
      // EQ64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (i32[a] as number) === (i32[b] as number) &&
        (i32[(a + 1) | 0] as number) === (i32[(b + 1) | 0] as number)
          ? 1
          : 0;
      return (pc + 4) | 0;
    }
    case 59: {
      // NE64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (i32[a] as number) !== (i32[b] as number) ||
        (i32[(a + 1) | 0] as number) !== (i32[(b + 1) | 0] as number)
          ? 1
          : 0;
      return (pc + 4) | 0;
    }
    case 60: {
      // LTS64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const ah = i32[(a + 1) | 0] as number;
      const bh = i32[(b + 1) | 0] as number;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        ah < bh || (ah === bh && (i32[a] as number) >>> 0 < (i32[b] as number) >>> 0) ? 1 : 0;
      return (pc + 4) | 0;
    }
    case 61: {
      // LES64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const ah = i32[(a + 1) | 0] as number;
      const bh = i32[(b + 1) | 0] as number;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        ah < bh || (ah === bh && (i32[a] as number) >>> 0 <= (i32[b] as number) >>> 0) ? 1 : 0;
      return (pc + 4) | 0;
    }
    case 62: {
      // LTU64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const ah = i32[(a + 1) | 0] as number;
      const bh = i32[(b + 1) | 0] as number;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        ah >>> 0 < bh >>> 0 || (ah === bh && (i32[a] as number) >>> 0 < (i32[b] as number) >>> 0)
          ? 1
          : 0;
      return (pc + 4) | 0;
    }
    case 63: {
      // LEU64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const ah = i32[(a + 1) | 0] as number;
      const bh = i32[(b + 1) | 0] as number;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        ah >>> 0 < bh >>> 0 || (ah === bh && (i32[a] as number) >>> 0 <= (i32[b] as number) >>> 0)
          ? 1
          : 0;
      return (pc + 4) | 0;
    }
    case 133: {
      // PDIFF
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      if (((i32[(a + 1) | 0] as number) | (i32[(b + 1) | 0] as number)) !== 0) break;
      const r = Math.trunc(
        (((i32[a] as number) >>> 0) - ((i32[b] as number) >>> 0)) / (code[(pc + 4) | 0] as number),
      );
      i32[d] = r | 0;
      i32[(d + 1) | 0] = Math.floor(r / 4294967296);
      return (pc + 5) | 0;
    }
    default:
      break;
  }
  return -1;
}
