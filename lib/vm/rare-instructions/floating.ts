/** Arithmetic and comparison of float, and conversions of floating types. A NaN is left to slow-path.ts. */
import type { ProcessMemory } from '../memory';

export function executeRareFloating(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  _sp: number,
  fp: number,
): number {
  const { i32, f32, f64 } = memory;
  const stackDelta = memory.stackDelta | 0;
  const fpw = (fp - stackDelta) >> 2;
  switch (code[pc] as number) {
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
    default:
      break;
  }
  return -1;
}
