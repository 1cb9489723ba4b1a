/**
 * What an instruction reads and writes of its own frame, by name, that others may have a pointer to: local
 * variables and parameters whose address is taken. Found from the code, once an image, as far as there is
 * debug information of variables, which the C library has none of. Frames that have ended aren't looked at.
 */
import type { FunctionInfo, ProgramImage } from '../abi/image';
import { Opcode, OPCODES, type OpcodeInfo } from '../abi/opcodes';
import { isWideOperand } from '../abi/operand-width';

export interface FrameAccess {
  /** In bytes, relative to fp. */
  readonly offset: number;
  readonly bytes: number;
  readonly use: 'read' | 'write';
}

/** By word index of the instruction. */
type FrameAccesses = ReadonlyMap<number, readonly FrameAccess[]>;

const known = new WeakMap<ProgramImage, FrameAccesses>();

/** Of the instruction at `pc`; undefined: none. */
export function frameAccessesAt(
  image: ProgramImage,
  pc: number,
): readonly FrameAccess[] | undefined {
  let accesses = known.get(image);
  if (accesses === undefined) {
    accesses = new Map(image.functions.flatMap((info) => [...ofFunction(image, info)]));
    known.set(image, accesses);
  }
  return accesses.get(pc);
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

function* ofFunction(
  image: ProgramImage,
  info: FunctionInfo,
): Iterable<[number, readonly FrameAccess[]]> {
  const { code } = image;
  const variables = [...info.parameters, ...info.locals].map(({ location, bytes }): Extent => {
    return { from: location, to: location + bytes };
  });
  const pointedTo = new Set<Extent>();
  for (const { at, form } of instructions(code, info)) {
    if (form.name !== 'LEA') continue;
    const offset = code[at + 2] as number;
    const variable = variables.find(({ from, to }) => from <= offset && offset < to);
    if (variable !== undefined) pointedTo.add(variable);
  }
  if (pointedTo.size === 0) return;
  for (const { at, form } of instructions(code, info)) {
    const accesses = operands(code, at, form).filter(({ offset, bytes }) =>
      [...pointedTo].some(({ from, to }) => offset < to && from < offset + bytes),
    );
    if (accesses.length > 0) yield [at, accesses];
  }
}

function* instructions(
  code: Int32Array,
  { start, end }: FunctionInfo,
): Iterable<{ readonly at: number; readonly form: OpcodeInfo }> {
  for (let at = start; at < end;) {
    const opcode = code[at] as number;
    const form = OPCODES[opcode];
    if (form === undefined) throw new Error(`no opcode ${opcode}`);
    yield { at, form };
    at += 1 + form.operands.replace('*', '').length;
    if (opcode === Opcode.SWITCH) at += code[at - 2] as number;
  }
}

function operands(
  code: Int32Array,
  at: number,
  { name, operands: kinds }: OpcodeInfo,
): FrameAccess[] {
  if (name === 'LEA' || name === 'POISON' || name === 'UNPOISON') return [];
  const accesses: FrameAccess[] = [];
  [...kinds].forEach((kind, k) => {
    const word = code[at + 1 + k] as number;
    if ('dabc'.includes(kind)) {
      const bytes = isWideOperand(name, kind) ? 8 : 4;
      const both = kind === 'a' && name.startsWith('ADDJ');
      if (kind !== 'd') accesses.push({ offset: 4 * word, bytes, use: 'read' });
      if (kind === 'd' || both) accesses.push({ offset: 4 * word, bytes, use: 'write' });
    } else if (kind === 'o') {
      // LDL16S, STL8: the width is in the name; ZEROL, UNSET: it is the next operand.
      const width = /^(?:LD|ST)L(\d+)/.exec(name)?.[1];
      const bytes = width === undefined ? (code[at + 2 + k] as number) : Number(width) / 8;
      accesses.push({ offset: word, bytes, use: name.startsWith('LDL') ? 'read' : 'write' });
    }
  });
  return accesses;
}
