/**
 * Whether a local variable has been given its first value. Those that programs may read too early are
 * watched byte by byte (initialized.ts); of the others the compiler knows that a store comes before each
 * use, and until that store their place holds what was there before. So the code tells: where no way leads
 * from a store to the present instruction, the variable has no value yet. A block that is entered again
 * begins with new variables. Leaves out: which way was gone where several lead there; then it counts as set.
 */
import type { FunctionInfo, ProgramImage, VariableInfo } from '../../abi/image';
import { Opcode, OPCODES } from '../../abi/opcodes';
import { functionAt } from '../debug-info';

/** Functions of the library after whose call the code is not gone on with. */
const NOT_RETURNING = new Set(
  'exit _exit _Exit quick_exit abort pthread_exit longjmp siglongjmp'.split(' '),
);

/** Of each variable, the code words of its function, from the first: 1 where it may have been stored to. */
const known = new WeakMap<VariableInfo, Uint8Array>();

/** `pc`: of the next instruction of the frame, or in the CALL that it stands at. */
export function isBeforeFirstWrite(
  image: ProgramImage,
  code: FunctionInfo,
  variable: VariableInfo,
  pc: number,
): boolean {
  if (variable.scope === undefined) return false;
  let maybeSet = known.get(variable);
  if (maybeSet === undefined) {
    maybeSet = reachedFromWrites(image, code, variable);
    known.set(variable, maybeSet);
  }
  return maybeSet[pc - code.start] === 0;
}

interface Instruction {
  readonly pc: number;
  readonly end: number;
  readonly operands: string;
  /** Where it may go on, within the function. */
  readonly next: readonly number[];
}

function reachedFromWrites(
  image: ProgramImage,
  code: FunctionInfo,
  { scope, location, bytes }: VariableInfo,
): Uint8Array {
  const instructions = instructionsOf(image, code);
  const from = scope?.from ?? code.start;
  const reached = new Uint8Array(code.end - code.start);
  const open: number[] = [];
  for (const { pc, operands, next } of instructions.values())
    if (pc >= from && stores(image.code, pc, operands, location, bytes)) open.push(...next);
  for (let pc = open.pop(); pc !== undefined; pc = open.pop()) {
    const instruction = instructions.get(pc);
    if (instruction === undefined || pc === from || reached[pc - code.start] === 1) continue;
    reached.fill(1, pc - code.start, instruction.end - code.start);
    open.push(...instruction.next);
  }
  return reached;
}

const instructionLists = new WeakMap<FunctionInfo, ReadonlyMap<number, Instruction>>();

function instructionsOf(image: ProgramImage, code: FunctionInfo): ReadonlyMap<number, Instruction> {
  let list = instructionLists.get(code);
  if (list === undefined) {
    list = decode(image, code);
    instructionLists.set(code, list);
  }
  return list;
}

function decode(image: ProgramImage, { start, end: codeEnd }: FunctionInfo) {
  const { code } = image;
  const instructions = new Map<number, Instruction>();
  for (let pc = start; pc < codeEnd;) {
    const opcode = code[pc] ?? -1;
    const info = OPCODES[opcode];
    if (info === undefined) break;
    const operands = info.operands.replace('*', '');
    const more = opcode === Opcode.SWITCH ? (code[pc + 3] ?? 0) : 0;
    const end = pc + 1 + operands.length + more;
    const next: number[] = [];
    const target = operands.indexOf('t');
    if (target >= 0 && opcode !== Opcode.CALL)
      for (let k = 0; k <= more; k++) next.push(code[pc + 1 + target + k] ?? codeEnd);
    if (!endsHere(image, pc, opcode)) next.push(end);
    instructions.set(pc, { pc, end, operands, next });
    pc = end;
  }
  return instructions;
}

/** Whether what is behind it is not what follows. */
function endsHere(image: ProgramImage, pc: number, opcode: number): boolean {
  switch (opcode) {
    case Opcode.JMP:
    case Opcode.SWITCH:
    case Opcode.RET:
    case Opcode.RET32:
    case Opcode.RET64:
    case Opcode.RETN:
      return true;
    case Opcode.CALL: {
      const called = functionAt(image, image.code[pc + 1] ?? -1);
      return called?.library === true && NOT_RETURNING.has(called.name);
    }
    default:
      return false;
  }
}

/** Takes making its address for a store: somebody may store through it. */
function stores(
  code: Int32Array,
  pc: number,
  operands: string,
  location: number,
  bytes: number,
): boolean {
  const opcode = code[pc];
  const first = code[pc + 1] ?? 0;
  const isIn = (offset: number) => offset >= location && offset < location + bytes;
  if (opcode === Opcode.LEA) return isIn(code[pc + 2] ?? 0) || isIn(4 * first);
  if (opcode === Opcode.ZEROL)
    return first < location + bytes && first + (code[pc + 2] ?? 0) > location;
  if (opcode === Opcode.STL8 || opcode === Opcode.STL16) return isIn(first);
  return operands.startsWith('d') && isIn(4 * first);
}
