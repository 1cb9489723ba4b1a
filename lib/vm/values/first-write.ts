/**
 * Whether a local variable has been given its first value. Those that programs may read too early are
 * watched byte by byte (initialized.ts); of the others the compiler knows that a store comes before each
 * use, and until that store their place holds what was there before. So the code tells: where nothing
 * before the present instruction stores to the variable, and no jump comes back from behind the store,
 * it has no value yet. Leaves out: stores that only one of several branches does; then it counts as set.
 */
import type { FunctionInfo, ProgramImage, VariableInfo } from '../../abi/image';
import { Opcode, OPCODES } from '../../abi/opcodes';

interface FirstWrite {
  /** Code word of the instruction that stores first, in the order of the code; null: none does. */
  readonly pc: number | null;
  /** Targets of jumps back from behind it. */
  readonly returns: readonly number[];
}

const known = new WeakMap<VariableInfo, FirstWrite>();

/** `pc`: of the next instruction of the frame, or in the CALL that it stands at. */
export function isBeforeFirstWrite(
  image: ProgramImage,
  code: FunctionInfo,
  variable: VariableInfo,
  pc: number,
): boolean {
  const { scope } = variable;
  if (scope === undefined) return false;
  let write = known.get(variable);
  if (write === undefined) {
    write = firstWrite(image, code, variable);
    known.set(variable, write);
  }
  const first = write.pc;
  if (first === null || pc > first) return false;
  return !write.returns.some((target) => target > scope.from && target <= pc);
}

function firstWrite(
  { code }: ProgramImage,
  { start, end }: FunctionInfo,
  { scope, location, bytes }: VariableInfo,
): FirstWrite {
  const from = scope?.from ?? start;
  let first: number | null = null;
  const returns: number[] = [];
  for (let pc = start; pc < end;) {
    const info = OPCODES[code[pc] ?? -1];
    if (info === undefined) break;
    const operands = info.operands.replace('*', '');
    if (first === null && pc >= from && stores(code, pc, operands, location, bytes)) first = pc;
    const isSwitch = code[pc] === Opcode.SWITCH;
    const more = isSwitch ? (code[pc + 3] ?? 0) : 0;
    if (first !== null && code[pc] !== Opcode.CALL) {
      const target = operands.indexOf('t');
      if (target >= 0)
        for (let k = 0; k <= more; k++) {
          const to = code[pc + 1 + target + k] ?? end;
          if (to <= pc) returns.push(to);
        }
    }
    pc += 1 + operands.length + more;
  }
  return { pc: first, returns };
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
