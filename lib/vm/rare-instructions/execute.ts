/**
 * Instructions that a program executes seldom, and the seldom cases of loads and stores (granules whose
 * shadow isn't zero), one at a time: the processor's loop stays small enough for the engine to
 * optimize it fast and well. Each family has a file. What is left even here is done by slow-path.ts.
 */
import type { ProcessMemory } from '../memory';
import { executeRareAccess } from './accesses';
import { executeRareFloating } from './floating';
import { executeRareFrame } from './frames';
import { executeRareIndexed } from './indexed-accesses';
import { executeRareInteger } from './integers';

/** Does the instruction at `pc` and gives the next one's place, or changes nothing and gives -1. */
export type RareFamily = (
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
) => number;

/** Who does an instruction, if anyone does: opcodes of a family stand together. */
export function familyOf(opcode: number): RareFamily {
  if (opcode <= 63) return executeRareInteger;
  if (opcode <= 132) return executeRareFloating;
  if (opcode === 133) return executeRareInteger;
  if (opcode <= 143) return executeRareAccess;
  if (opcode <= 176) return executeRareFrame;
  if (opcode <= 196) return executeRareIndexed;
  return executeRareFrame;
}

export function executeRare(
  memory: ProcessMemory,
  code: Int32Array,
  pc: number,
  sp: number,
  fp: number,
): number {
  return familyOf(code[pc] as number)(memory, code, pc, sp, fp);
}
