/**
 * Code as the processor's loop reads it: for the commonest instructions, opcode and operands in
 * one word instead of three or four, at the same index as in the image, so that pc means the same.
 * A word is `number | first << 8 | second << 16 | third << 24`, operands signed; or the plain
 * opcode, where an operand doesn't fit or the instruction isn't among these: then operands are
 * read from the image's code. Jump targets and whatever has no place are read there always.
 */
import type { ProgramImage } from '../abi/image';
import { Opcode, OPCODES, type OpcodeName } from '../abi/opcodes';

/** The first number of a packed form; plain opcodes are below. */
export const PACKED_BASE = 192;

/** Packed form k has number PACKED_BASE + k. At most 64. */
export const PACKED: readonly OpcodeName[] = [
  'MOV32',
  'MOV64',
  'MOVI32',
  'ADD32',
  'SUB32',
  'MUL32',
  'ADDS32',
  'SUBS32',
  'MULS32',
  'ADDI32',
  'ADDSI32',
  'MULI32',
  'MULSI32',
  'ANDI32',
  'SHLI32',
  'SHRSI32',
  'SHRUI32',
  'AND32',
  'OR32',
  'XOR32',
  'ADD64',
  'SUB64',
  'ADDS64',
  'SUBS64',
  'MUL64',
  'MULS64',
  'ADDI64',
  'ADDSI64',
  'EQ32',
  'NE32',
  'LTS32',
  'LES32',
  'JZ32',
  'JNZ32',
  'JZ64',
  'JNZ64',
  'JEQ32',
  'JNE32',
  'JLTS32',
  'JLES32',
  'JEQI32',
  'JNEI32',
  'JLTSI32',
  'JLESI32',
  'JGTSI32',
  'JGESI32',
  'JLTS64',
  'SX64',
  'ZX64',
  'SX8',
  'LEA',
  'PADD',
  'PADD64',
  'LD8S',
  'LD8U',
  'LD32',
  'LD64',
  'ST8',
  'ST32',
  'ST64',
  'RET32',
  'RET64',
  'ADDF64',
  'MULF64',
];

/** Their second operand has 16 bits. */
const WIDE: ReadonlySet<OpcodeName> = new Set([
  'JEQI32',
  'JNEI32',
  'JLTSI32',
  'JLESI32',
  'JGTSI32',
  'JGESI32',
  'MOVI32',
  'LEA',
]);

const packedNumber: readonly (number | undefined)[] = OPCODES.map(({ name }) => {
  const index = PACKED.indexOf(name);
  return index < 0 ? undefined : PACKED_BASE + index;
});

/** The same array for the same image: a memo of a pure function, nothing else. */
const memo = new WeakMap<ProgramImage, Int32Array>();

export function packedCode(image: ProgramImage): Int32Array {
  const known = memo.get(image);
  if (known !== undefined) return known;
  const packed = pack(image.code);
  memo.set(image, packed);
  return packed;
}

function pack(code: Int32Array): Int32Array {
  const packed = new Int32Array(code.length);
  for (let pc = 0; pc < code.length;) {
    const op = code[pc] as number;
    packed[pc] = packInstruction(code, pc, op);
    pc += instructionWords(code, pc, op);
  }
  return packed;
}

function instructionWords(code: Int32Array, pc: number, op: number): number {
  const operands = OPCODES[op]?.operands.length ?? 0;
  // SWITCH a lo n tdefault t0 ... t(n-1)
  return op === Opcode.SWITCH ? 5 + (code[pc + 3] ?? 0) : 1 + operands;
}

function packInstruction(code: Int32Array, pc: number, op: number): number {
  const info = OPCODES[op];
  const number = packedNumber[op];
  // A word that is no opcode must stay none: PACKED_BASE - 1 never is.
  if (info === undefined) return PACKED_BASE - 1;
  if (number === undefined) return op;
  const { operands, name } = info;
  const first = code[pc + 1] ?? 0;
  if (!fits(first, 8)) return op;
  let word = number | ((first & 0xff) << 8);
  if (operands.length === 1 || operands[1] === 't') return word;
  const second = code[pc + 2] ?? 0;
  if (WIDE.has(name)) return fits(second, 16) ? word | (second << 16) : op;
  if (!fits(second, 8)) return op;
  word |= (second & 0xff) << 16;
  if (operands.length === 2 || operands[2] === 't') return word;
  const third = code[pc + 3] ?? 0;
  return fits(third, 8) ? word | (third << 24) : op;
}

function fits(value: number, bits: number): boolean {
  return (value << (32 - bits)) >> (32 - bits) === value;
}
