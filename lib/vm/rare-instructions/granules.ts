/**
 * Where bytes lie whose granule's shadow isn't zero: not all of it accessible, or not all of it
 * initialized. What is an error is left to slow-path.ts, which tells it.
 */
import { ARGUMENTS_LIMIT } from '../../abi/address-space';
import type { ProcessMemory } from '../memory';

/** Flat index of 1, 2, 4 or 8 bytes at address `p` that may be read; -1: not simply so. */
export function readableAt(memory: ProcessMemory, p: number, bytes: number, sp: number): number {
  const { shadow, layout } = memory;
  if ((p & (bytes - 1)) !== 0) return -1;
  const lowBase = layout.lowBase | 0;
  let f: number;
  if ((p - lowBase) >>> 0 < memory.lowEnd - lowBase) f = (p - memory.lowDelta) | 0;
  else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - memory.stackDelta) | 0;
  else return -1;
  const s = shadow[f >> 3] as number;
  if (s === 0 || (s < 8 && (p & 7) + bytes <= s)) return f;
  const mask = (1 << bytes) - 1;
  if (s !== 8 || (((memory.initialized[f >> 3] as number) >> (p & 7)) & mask) !== mask) return -1;
  return f;
}

/** As `readableAt`, of bytes that are about to be written: they are dirty, and have a value from now on. */
export function writableAt(memory: ProcessMemory, p: number, bytes: number, sp: number): number {
  const { shadow, initialized, layout } = memory;
  if ((p & (bytes - 1)) !== 0) return -1;
  const dataBase = layout.dataBase | 0;
  let f: number;
  if ((p - dataBase) >>> 0 < memory.lowEnd - dataBase) f = (p - memory.lowDelta) | 0;
  else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - memory.stackDelta) | 0;
  else return -1;
  const s = shadow[f >> 3] as number;
  if (s > 7 || (s !== 0 && (p & 7) + bytes > s)) {
    if (s !== 8) return -1;
    const m = (initialized[f >> 3] as number) | (((1 << bytes) - 1) << (p & 7));
    if (m === 255) shadow[f >> 3] = 0;
    initialized[f >> 3] = m === 255 ? 0 : m;
  }
  memory.dirty[f >> 12] = 1;
  return f;
}

/** Loads into the slot at word `to`. False: nothing is changed. */
export function load(
  memory: ProcessMemory,
  p: number,
  bytes: number,
  signed: boolean,
  to: number,
  sp: number,
): boolean {
  const f = readableAt(memory, p, bytes, sp);
  if (f < 0) return false;
  const { i32 } = memory;
  if (bytes === 1) {
    const value = memory.u8[f] as number;
    i32[to] = signed ? (value << 24) >> 24 : value;
  } else if (bytes === 2) {
    const value = memory.u16[f >> 1] as number;
    i32[to] = signed ? (value << 16) >> 16 : value;
  } else {
    i32[to] = i32[f >> 2] as number;
    if (bytes === 8) i32[(to + 1) | 0] = i32[((f >> 2) + 1) | 0] as number;
  }
  return true;
}

/** Stores the slot at word `from`. False: nothing is changed. */
export function store(
  memory: ProcessMemory,
  p: number,
  bytes: number,
  from: number,
  sp: number,
): boolean {
  const f = writableAt(memory, p, bytes, sp);
  if (f < 0) return false;
  const { i32 } = memory;
  const value = i32[from] as number;
  if (bytes === 1) memory.u8[f] = value;
  else if (bytes === 2) memory.u16[f >> 1] = value;
  else {
    i32[f >> 2] = value;
    if (bytes === 8) i32[((f >> 2) + 1) | 0] = i32[(from + 1) | 0] as number;
  }
  return true;
}
