/**
 * Frames and static variables: halfwords in them, arguments and results of calls, and the shadow of
 * what is declared in a block. System calls that need no kernel.
 */
import type { ProcessMemory } from '../memory';
import { operateSemaphore } from '../semaphore-operations';

export function executeRareFrame(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
): number {
  const { u16, i32, shadow, initialized, dirty } = memory;
  const stackDelta = memory.stackDelta | 0;
  const lowDelta = memory.lowDelta | 0;
  const fpw = (fp - stackDelta) >> 2;
  switch (code[pc] as number) {
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
    case 173: // SYS
      if (!memory.directSemaphores) break;
      return operateSemaphore(memory, code[(pc + 1) | 0] as number, sp) ? (pc + 2) | 0 : -1;
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
