/** Loads and stores of an array's element by an index of 32 bits, checked as those in accesses.ts are. */
import { ARGUMENTS_LIMIT } from '../../abi/address-space';
import type { ProcessMemory } from '../memory';

export function executeRareIndexed(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
): number {
  const { u8, u16, i32, shadow, initialized, dirty } = memory;
  const stackDelta = memory.stackDelta | 0;
  const lowDelta = memory.lowDelta | 0;
  const lowBase = memory.layout.lowBase | 0;
  const dataBase = memory.layout.dataBase | 0;
  const lowBytes = (memory.lowEnd - lowBase) | 0;
  const dataBytes = (memory.lowEnd - dataBase) | 0;
  const fpw = (fp - stackDelta) >> 2;
  switch (code[pc] as number) {
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
    default:
      break;
  }
  return -1;
}
