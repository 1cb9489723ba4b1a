/**
 * Loads and stores through a pointer where the granule's shadow isn't zero: bytes that are not all
 * accessible, or not all initialized. What is an error is left to slow-path.ts, which tells it.
 */
import { ARGUMENTS_LIMIT } from '../../abi/address-space';
import type { ProcessMemory } from '../memory';

export function executeRareAccess(
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
    default:
      break;
  }
  return -1;
}
