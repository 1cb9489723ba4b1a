/** Loads and stores through a pointer whose usual case isn't met: granules.ts checks them. */
import type { ProcessMemory } from '../memory';
import { load, store } from './granules';

export function executeRareAccess(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
): number {
  switch (code[pc] as number) {
    case 134: // LD8S
      return loadThrough(memory, code, pc, sp, fp, 1, true);
    case 135: // LD8U
      return loadThrough(memory, code, pc, sp, fp, 1, false);
    case 136: // LD16S
      return loadThrough(memory, code, pc, sp, fp, 2, true);
    case 137: // LD16U
      return loadThrough(memory, code, pc, sp, fp, 2, false);
    case 138: // LD32
      return loadThrough(memory, code, pc, sp, fp, 4, false);
    case 139: // LD64
      return loadThrough(memory, code, pc, sp, fp, 8, false);
    case 140: // ST8
      return storeThrough(memory, code, pc, sp, fp, 1);
    case 141: // ST16
      return storeThrough(memory, code, pc, sp, fp, 2);
    case 142: // ST32
      return storeThrough(memory, code, pc, sp, fp, 4);
    case 143: // ST64
      return storeThrough(memory, code, pc, sp, fp, 8);
    default:
      return -1;
  }
}

function loadThrough(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
  bytes: number,
  signed: boolean,
): number {
  const fpw = (fp - memory.stackDelta) >> 2;
  const p = pointed(memory.i32, code, (pc + 2) | 0, fpw);
  const to = (fpw + (code[(pc + 1) | 0] as number)) | 0;
  return load(memory, p, bytes, signed, to, sp) ? (pc + 4) | 0 : -1;
}

function storeThrough(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
  bytes: number,
): number {
  const fpw = (fp - memory.stackDelta) >> 2;
  const p = pointed(memory.i32, code, (pc + 1) | 0, fpw);
  const from = (fpw + (code[(pc + 3) | 0] as number)) | 0;
  return store(memory, p, bytes, from, sp) ? (pc + 4) | 0 : -1;
}

/** The pointer in the slot that operand `at` names, and the offset behind it; -1: no address. */
function pointed(i32: Int32Array, code: Int32Array, at: number, fpw: number): number {
  const a = (fpw + (code[at] as number)) | 0;
  if ((i32[(a + 1) | 0] as number) !== 0) return -1;
  return ((i32[a] as number) + (code[(at + 1) | 0] as number)) | 0;
}
