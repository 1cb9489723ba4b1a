/**
 * Instructions that a program executes seldom, and the seldom cases of loads and stores (granules whose
 * shadow isn't zero), one at a time: the processor's loop stays small enough for the engine to
 * optimize it fast and well. What is left even here is done by slow-path.ts.
 */
import { ARGUMENTS_LIMIT } from '../abi/address-space';
import type { ProcessMemory } from './memory';

/** Does the instruction at `pc` and gives the next one's place, or changes nothing and gives -1. */
export function executeRare(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
): number {
  const { u8, u16, i32, f32, f64, shadow, initialized, dirty } = memory;
  const stackDelta = memory.stackDelta | 0;
  const lowDelta = memory.lowDelta | 0;
  const lowBase = memory.layout.lowBase | 0;
  const dataBase = memory.layout.dataBase | 0;
  const lowBytes = (memory.lowEnd - lowBase) | 0;
  const dataBytes = (memory.lowEnd - dataBase) | 0;
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
    case 64: // EQF32
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) ===
        (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
          ? 1
          : 0;
      return (pc + 4) | 0;
    case 65: // NEF32
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) !==
        (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
          ? 1
          : 0;
      return (pc + 4) | 0;
    case 66: // LTF32
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) <
        (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
          ? 1
          : 0;
      return (pc + 4) | 0;
    case 67: // LEF32
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) <=
        (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
          ? 1
          : 0;
      return (pc + 4) | 0;
    case 104: // NEZF32
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) !== 0 ? 1 : 0;
      return (pc + 3) | 0;
    case 105: // NEZF64
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) !== 0 ? 1 : 0;
      return (pc + 3) | 0;
    case 106: {
      // ADDF32
      const r = Math.fround(
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) +
          (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number),
      );
      if (r !== r) break;
      f32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
      return (pc + 4) | 0;
    }
    case 107: {
      // SUBF32
      const r = Math.fround(
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) -
          (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number),
      );
      if (r !== r) break;
      f32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
      return (pc + 4) | 0;
    }
    case 108: {
      // MULF32
      const r = Math.fround(
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) *
          (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number),
      );
      if (r !== r) break;
      f32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
      return (pc + 4) | 0;
    }
    case 109: {
      // DIVF32
      const r = Math.fround(
        (f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) /
          (f32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number),
      );
      if (r !== r) break;
      f32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
      return (pc + 4) | 0;
    }
    case 110: // NEGF32
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) ^ -2147483648;
      return (pc + 3) | 0;
    case 115: {
      // NEGF64
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const hi = (i32[(a + 1) | 0] as number) ^ -2147483648;
      i32[d] = i32[a] as number;
      i32[(d + 1) | 0] = hi;
      return (pc + 3) | 0;
    }
    case 117: // U32_F64
      f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] =
        (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0;
      return (pc + 3) | 0;
    case 118: {
      // S64_F64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] =
        (i32[(a + 1) | 0] as number) * 4294967296 + ((i32[a] as number) >>> 0);
      return (pc + 3) | 0;
    }
    case 119: {
      // U64_F64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] =
        ((i32[(a + 1) | 0] as number) >>> 0) * 4294967296 + ((i32[a] as number) >>> 0);
      return (pc + 3) | 0;
    }
    case 120: // S32_F32
      f32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[
        (fpw + (code[(pc + 2) | 0] as number)) | 0
      ] as number;
      return (pc + 3) | 0;
    case 121: // U32_F32
      f32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
        (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0;
      return (pc + 3) | 0;
    case 125: {
      // F64_U32
      const v = f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number;
      if (!(v > -1 && v < 4294967296)) break;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = v | 0;
      return (pc + 3) | 0;
    }
    case 128: {
      // F32_F64
      const r = f32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
      if (r !== r) break;
      f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] = r;
      return (pc + 3) | 0;
    }
    case 129: {
      // F64_F32
      const r = f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number;
      if (r !== r) break;
      f32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
      return (pc + 3) | 0;
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
    case 134: {
      // LD8S
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 1) === 0) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
      return (pc + 4) | 0;
    }
    case 135: {
      // LD8U
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 1) === 0) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
      return (pc + 4) | 0;
    }
    case 136: {
      // LD16S
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0 || (p & 1) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 3) !== 3) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u16[f >> 1] as number) << 16) >> 16;
      return (pc + 4) | 0;
    }
    case 137: {
      // LD16U
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0 || (p & 1) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 3) !== 3) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u16[f >> 1] as number;
      return (pc + 4) | 0;
    }
    case 138: {
      // LD32
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0 || (p & 3) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || s < 4 || (p & 4) !== 0)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 15) !== 15) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[f >> 2] as number;
      return (pc + 4) | 0;
    }
    case 139: {
      // LD64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0 || (p & 7) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      if (shadow[f >> 3] !== 0) break;
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      i32[d] = i32[f >> 2] as number;
      i32[(d + 1) | 0] = i32[((f >> 2) + 1) | 0] as number;
      return (pc + 4) | 0;
    }
    case 140: {
      // ST8
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 2) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (1 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      u8[f] = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
      return (pc + 4) | 0;
    }
    case 141: {
      // ST16
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 2) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0 || (p & 1) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (3 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      u16[f >> 1] = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
      return (pc + 4) | 0;
    }
    case 142: {
      // ST32
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 2) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0 || (p & 3) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || s < 4 || (p & 4) !== 0)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (15 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      i32[f >> 2] = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
      return (pc + 4) | 0;
    }
    case 143: {
      // ST64
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const p = ((i32[a] as number) + (code[(pc + 2) | 0] as number)) | 0;
      if ((i32[(a + 1) | 0] as number) !== 0 || (p & 7) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      if (shadow[f >> 3] !== 0) {
        if (shadow[f >> 3] !== 8) break;
        shadow[f >> 3] = 0;
        initialized[f >> 3] = 0;
      }
      dirty[f >> 12] = 1;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      i32[f >> 2] = i32[b] as number;
      i32[((f >> 2) + 1) | 0] = i32[(b + 1) | 0] as number;
      return (pc + 4) | 0;
    }
    case 146: {
      // LDG16S
      const f = (code[(pc + 2) | 0] as number) - lowDelta;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u16[f >> 1] as number) << 16) >> 16;
      return (pc + 3) | 0;
    }
    case 147: {
      // LDG16U
      const f = (code[(pc + 2) | 0] as number) - lowDelta;
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u16[f >> 1] as number;
      return (pc + 3) | 0;
    }
    case 151: {
      // STG16
      const f = (code[(pc + 1) | 0] as number) - lowDelta;
      dirty[f >> 12] = 1;
      u16[f >> 1] = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
      return (pc + 3) | 0;
    }
    case 156: {
      // LDL16S
      const f = (fpw << 2) + (code[(pc + 2) | 0] as number);
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u16[f >> 1] as number) << 16) >> 16;
      return (pc + 3) | 0;
    }
    case 157: {
      // LDL16U
      const f = (fpw << 2) + (code[(pc + 2) | 0] as number);
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u16[f >> 1] as number;
      return (pc + 3) | 0;
    }
    case 159: {
      // STL16
      const f = (fpw << 2) + (code[(pc + 1) | 0] as number);
      u16[f >> 1] = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
      return (pc + 3) | 0;
    }
    case 161: {
      // ZEROL
      const f = (fpw << 2) + (code[(pc + 1) | 0] as number);
      if (((f | (code[(pc + 2) | 0] as number)) & 3) !== 0) break;
      const end = (f + (code[(pc + 2) | 0] as number)) >> 2;
      for (let k = f >> 2; k < end; k = (k + 1) | 0) i32[k] = 0;
      return (pc + 3) | 0;
    }
    case 169: // SARG32
      i32[(sp - stackDelta + (code[(pc + 1) | 0] as number)) >> 2] = i32[
        (fpw + (code[(pc + 2) | 0] as number)) | 0
      ] as number;
      return (pc + 3) | 0;
    case 170: {
      // SARG64
      const d = (sp - stackDelta + (code[(pc + 1) | 0] as number)) >> 2;
      const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      i32[d] = i32[b] as number;
      i32[(d + 1) | 0] = i32[(b + 1) | 0] as number;
      return (pc + 3) | 0;
    }
    case 171: // GRES32
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[(sp - stackDelta) >> 2] as number;
      return (pc + 2) | 0;
    case 172: {
      // GRES64
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (sp - stackDelta) >> 2;
      i32[d] = i32[a] as number;
      i32[(d + 1) | 0] = i32[(a + 1) | 0] as number;
      return (pc + 2) | 0;
    }
    case 175: {
      // POISON
      const f = (fpw << 2) + (code[(pc + 1) | 0] as number);
      if ((f & 7) !== 0) break;
      const end = (f + (code[(pc + 2) | 0] as number) + 7) >> 3;
      for (let k = f >> 3; k < end; k = (k + 1) | 0) shadow[k] = 0xf5;
      return (pc + 3) | 0;
    }
    case 176: {
      // UNPOISON
      const f = (fpw << 2) + (code[(pc + 1) | 0] as number);
      const n = code[(pc + 2) | 0] as number;
      if (n > 1024) break;
      const end = (f + n + 7) >> 3;
      for (let k = f >> 3; k < end; k = (k + 1) | 0) shadow[k] = 0;
      return (pc + 3) | 0;
    }
    case 177: {
      // LDX8S
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 1) === 0) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
      return (pc + 6) | 0;
    }
    case 178: {
      // LDX8U
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 1) === 0) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
      return (pc + 6) | 0;
    }
    case 179: {
      // LDX16S
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 1) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 3) !== 3) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u16[f >> 1] as number) << 16) >> 16;
      return (pc + 6) | 0;
    }
    case 180: {
      // LDX16U
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 1) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 3) !== 3) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u16[f >> 1] as number;
      return (pc + 6) | 0;
    }
    case 181: {
      // LDX32
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 3) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || s < 4 || (p & 4) !== 0)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 15) !== 15) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[f >> 2] as number;
      return (pc + 6) | 0;
    }
    case 182: {
      // LDX64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 7) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      if (shadow[f >> 3] !== 0) break;
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      i32[d] = i32[f >> 2] as number;
      i32[(d + 1) | 0] = i32[((f >> 2) + 1) | 0] as number;
      return (pc + 6) | 0;
    }
    case 183: {
      // STX8
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (1 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      u8[f] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
      return (pc + 6) | 0;
    }
    case 184: {
      // STX16
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      if ((p & 1) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (3 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      u16[f >> 1] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
      return (pc + 6) | 0;
    }
    case 185: {
      // STX32
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      if ((p & 3) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || s < 4 || (p & 4) !== 0)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (15 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      i32[f >> 2] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
      return (pc + 6) | 0;
    }
    case 186: {
      // STX64
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      if ((p & 7) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      if (shadow[f >> 3] !== 0) {
        if (shadow[f >> 3] !== 8) break;
        shadow[f >> 3] = 0;
        initialized[f >> 3] = 0;
      }
      dirty[f >> 12] = 1;
      const c = (fpw + (code[(pc + 5) | 0] as number)) | 0;
      i32[f >> 2] = i32[c] as number;
      i32[((f >> 2) + 1) | 0] = i32[(c + 1) | 0] as number;
      return (pc + 6) | 0;
    }
    case 187: {
      // LDY8S
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 1) === 0) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
      return (pc + 6) | 0;
    }
    case 188: {
      // LDY8U
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 1) === 0) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
      return (pc + 6) | 0;
    }
    case 189: {
      // LDY16S
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 1) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 3) !== 3) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u16[f >> 1] as number) << 16) >> 16;
      return (pc + 6) | 0;
    }
    case 190: {
      // LDY16U
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 1) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 3) !== 3) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u16[f >> 1] as number;
      return (pc + 6) | 0;
    }
    case 191: {
      // LDY32
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 3) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || s < 4 || (p & 4) !== 0)) {
        if (s !== 8 || (((initialized[f >> 3] as number) >> (p & 7)) & 15) !== 15) break;
      }
      i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[f >> 2] as number;
      return (pc + 6) | 0;
    }
    case 192: {
      // LDY64
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) | 0;
      if ((p & 7) !== 0) break;
      let f: number;
      if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      if (shadow[f >> 3] !== 0) break;
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      i32[d] = i32[f >> 2] as number;
      i32[(d + 1) | 0] = i32[((f >> 2) + 1) | 0] as number;
      return (pc + 6) | 0;
    }
    case 193: {
      // STY8
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) >= s)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (1 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      u8[f] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
      return (pc + 6) | 0;
    }
    case 194: {
      // STY16
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      if ((p & 1) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || (p & 7) + 1 >= s)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (3 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      u16[f >> 1] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
      return (pc + 6) | 0;
    }
    case 195: {
      // STY32
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      if ((p & 3) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      const s = shadow[f >> 3] as number;
      if (s !== 0 && (s > 7 || s < 4 || (p & 4) !== 0)) {
        if (s !== 8) break;
        const m = (initialized[f >> 3] as number) | (15 << (p & 7));
        if (m === 255) shadow[f >> 3] = 0;
        initialized[f >> 3] = m === 255 ? 0 : m;
      }
      dirty[f >> 12] = 1;
      i32[f >> 2] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
      return (pc + 6) | 0;
    }
    case 196: {
      // STY64
      const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const start = i32[a] as number;
      const k = i32[x] as number;
      if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
      if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
      const p =
        (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) | 0;
      if ((p & 7) !== 0) break;
      let f: number;
      if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
      else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
      else break;
      if (shadow[f >> 3] !== 0) {
        if (shadow[f >> 3] !== 8) break;
        shadow[f >> 3] = 0;
        initialized[f >> 3] = 0;
      }
      dirty[f >> 12] = 1;
      const c = (fpw + (code[(pc + 5) | 0] as number)) | 0;
      i32[f >> 2] = i32[c] as number;
      i32[((f >> 2) + 1) | 0] = i32[(c + 1) | 0] as number;
      return (pc + 6) | 0;
    }
    case 207: {
      // UNSET
      const f = (fpw << 2) + (code[(pc + 1) | 0] as number);
      const n = code[(pc + 2) | 0] as number;
      if ((f & 7) !== 0 || n > 1024) break;
      const end = (f + n) >> 3;
      for (let k = f >> 3; k < end; k = (k + 1) | 0) {
        shadow[k] = 8;
        initialized[k] = 0;
      }
      if ((n & 7) !== 0) {
        shadow[end] = 8 | (n & 7);
        initialized[end] = 0;
      }
      return (pc + 3) | 0;
    }
    default:
      break;
  }
  return -1;
}
