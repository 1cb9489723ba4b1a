/** Loads and stores of an array's element by an index of 32 bits (X) or 64 (Y), checked by granules.ts. */
import type { ProcessMemory } from '../memory';
import { load, store } from './granules';

export function executeRareIndexed(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
): number {
  switch (code[pc] as number) {
    case 177: // LDX8S
    case 187: // LDY8S
      return loadElement(memory, code, pc, sp, fp, 1, true);
    case 178: // LDX8U
    case 188: // LDY8U
      return loadElement(memory, code, pc, sp, fp, 1, false);
    case 179: // LDX16S
    case 189: // LDY16S
      return loadElement(memory, code, pc, sp, fp, 2, true);
    case 180: // LDX16U
    case 190: // LDY16U
      return loadElement(memory, code, pc, sp, fp, 2, false);
    case 181: // LDX32
    case 191: // LDY32
      return loadElement(memory, code, pc, sp, fp, 4, false);
    case 182: // LDX64
    case 192: // LDY64
      return loadElement(memory, code, pc, sp, fp, 8, false);
    case 183: // STX8
    case 193: // STY8
      return storeElement(memory, code, pc, sp, fp, 1);
    case 184: // STX16
    case 194: // STY16
      return storeElement(memory, code, pc, sp, fp, 2);
    case 185: // STX32
    case 195: // STY32
      return storeElement(memory, code, pc, sp, fp, 4);
    case 186: // STX64
    case 196: // STY64
      return storeElement(memory, code, pc, sp, fp, 8);
    default:
      return -1;
  }
}

const FIRST_WIDE = 187;

function loadElement(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
  bytes: number,
  signed: boolean,
): number {
  const fpw = (fp - memory.stackDelta) >> 2;
  const p = element(memory.i32, code, pc, (pc + 2) | 0, fpw);
  const to = (fpw + (code[(pc + 1) | 0] as number)) | 0;
  return load(memory, p, bytes, signed, to, sp) ? (pc + 6) | 0 : -1;
}

function storeElement(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
  bytes: number,
): number {
  const fpw = (fp - memory.stackDelta) >> 2;
  const p = element(memory.i32, code, pc, (pc + 1) | 0, fpw);
  const from = (fpw + (code[(pc + 5) | 0] as number)) | 0;
  return store(memory, p, bytes, from, sp) ? (pc + 6) | 0 : -1;
}

/** Operands from `at` on: array, index, bytes of an element, offset. -1: no address, or too far off. */
function element(i32: Int32Array, code: Int32Array, pc: number, at: number, fpw: number): number {
  const a = (fpw + (code[at] as number)) | 0;
  const x = (fpw + (code[(at + 1) | 0] as number)) | 0;
  const start = i32[a] as number;
  const k = i32[x] as number;
  if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) return -1;
  if ((k + 67108864) >>> 0 >= 134217728) return -1;
  if ((code[pc] as number) >= FIRST_WIDE && (i32[(x + 1) | 0] as number) !== k >> 31) return -1;
  return (start + Math.imul(k, code[(at + 2) | 0] as number) + (code[(at + 3) | 0] as number)) | 0;
}
