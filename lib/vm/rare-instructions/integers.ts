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
    case 38: // DIVS64
    case 39: // DIVU64
    case 40: // REMS64
    case 41: // REMU64
      return divide(i32, code, pc, fpw);
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
    case 58: // EQ64
      return compared(i32, code, pc, fpw, order(i32, code, pc, fpw, true) === 0);
    case 59: // NE64
      return compared(i32, code, pc, fpw, order(i32, code, pc, fpw, true) !== 0);
    case 60: // LTS64
      return compared(i32, code, pc, fpw, order(i32, code, pc, fpw, true) < 0);
    case 61: // LES64
      return compared(i32, code, pc, fpw, order(i32, code, pc, fpw, true) <= 0);
    case 62: // LTU64
      return compared(i32, code, pc, fpw, order(i32, code, pc, fpw, false) < 0);
    case 63: // LEU64
      return compared(i32, code, pc, fpw, order(i32, code, pc, fpw, false) <= 0);
    case 133: {
      // PDIFF
      const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
      const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
      const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
      if (((i32[(a + 1) | 0] as number) | (i32[(b + 1) | 0] as number)) !== 0) break;
      const r = Math.trunc(
        (((i32[a] as number) >>> 0) - ((i32[b] as number) >>> 0)) / (code[(pc + 4) | 0] as number),
      );
      putWide(i32, d, r);
      return (pc + 5) | 0;
    }
    default:
      break;
  }
  return -1;
}

const EXACT_MAX = 2 ** 53;
const FIRST_REMAINDER = 40;

/** Operands: result, dividend, divisor. Opcodes of unsigned operations are odd. */
function divide(i32: Int32Array, code: Int32Array, pc: number, fpw: number): number {
  const opcode = code[pc] as number;
  const signed = (opcode & 1) === 0;
  const a = wideAt(i32, (fpw + (code[(pc + 2) | 0] as number)) | 0, signed);
  const b = wideAt(i32, (fpw + (code[(pc + 3) | 0] as number)) | 0, signed);
  if (b === 0 || Math.abs(a) > EXACT_MAX || Math.abs(b) > EXACT_MAX) return -1;
  const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
  putWide(i32, d, opcode >= FIRST_REMAINDER ? a % b : Math.trunc(a / b));
  return (pc + 4) | 0;
}

/** Less than, equal to or greater than 0 as the first operand is less than, equal to or greater than the second. */
function order(
  i32: Int32Array,
  code: Int32Array,
  pc: number,
  fpw: number,
  signed: boolean,
): number {
  const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
  const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
  const ah = i32[(a + 1) | 0] as number;
  const bh = i32[(b + 1) | 0] as number;
  if (ah !== bh) return signed ? ah - bh : (ah >>> 0) - (bh >>> 0);
  return ((i32[a] as number) >>> 0) - ((i32[b] as number) >>> 0);
}

function compared(
  i32: Int32Array,
  code: Int32Array,
  pc: number,
  fpw: number,
  holds: boolean,
): number {
  i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = holds ? 1 : 0;
  return (pc + 4) | 0;
}

function wideAt(i32: Int32Array, slot: number, signed: boolean): number {
  const high = i32[(slot + 1) | 0] as number;
  return (signed ? high : high >>> 0) * 4294967296 + ((i32[slot] as number) >>> 0);
}

function putWide(i32: Int32Array, slot: number, value: number): void {
  i32[slot] = value | 0;
  i32[(slot + 1) | 0] = Math.floor(value / 4294967296);
}
