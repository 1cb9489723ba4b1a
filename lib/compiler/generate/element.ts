/**
 * Accesses to array elements: the addition of the index and the load or store in one instruction,
 * where the address is needed once. Both operands of the addition have to be private to the function:
 * an index that lies in memory is one more access, and others may come between the two.
 */
import { ELEMENT_OFFSET_MAX, ELEMENT_SCALE_MAX, Opcode, OPCODES } from '../../abi/opcodes';
import type { FunctionContext } from './context';
import type { Slot } from './emitter';

/** `*(slot + offset)` into a slot. */
export function emitLoad(
  g: FunctionContext,
  opcode: number,
  into: Slot,
  slot: Slot,
  offset: number,
): void {
  const sum = slot === into || g.frame.isFree(slot) ? indexAddition(g, opcode, slot, offset) : null;
  if (sum === null) g.code.emit(opcode, into, slot, offset);
  else g.code.emit(sum.opcode, into, sum.pointer, sum.index, sum.scale, offset);
}

/** `lastUse`: nobody reads the slot of the address after this. */
export function emitStore(
  g: FunctionContext,
  opcode: number,
  slot: Slot,
  offset: number,
  from: Slot,
  lastUse: boolean,
): void {
  const sum = lastUse ? indexAddition(g, opcode, slot, offset) : null;
  if (sum === null) g.code.emit(opcode, slot, offset, from);
  else g.code.emit(sum.opcode, sum.pointer, sum.index, sum.scale, offset, from);
}

interface IndexAddition {
  readonly opcode: number;
  readonly pointer: Slot;
  readonly index: Slot;
  readonly scale: number;
}

/** Takes the addition back if it was the last instruction and the access can do it as well. */
function indexAddition(
  g: FunctionContext,
  access: number,
  slot: Slot,
  offset: number,
): IndexAddition | null {
  const { previous } = g.code;
  if (previous === null || !g.frame.isTemporary(slot)) return null;
  const [addition, sum, pointer = 0, index = 0, scale = 0] = previous;
  if (sum !== slot || (addition !== Opcode.PADD && addition !== Opcode.PADD64)) return null;
  if (Math.abs(scale) > ELEMENT_SCALE_MAX || Math.abs(offset) > ELEMENT_OFFSET_MAX) return null;
  if (!g.frame.isPrivate(pointer) || !g.frame.isPrivate(index)) return null;
  const opcode = (addition === Opcode.PADD ? WITH_INT : WITH_LONG).get(access);
  if (opcode === undefined) return null;
  g.code.retract();
  return { opcode, pointer, index, scale };
}

const WITH_INT = elementForms('X');
const WITH_LONG = elementForms('Y');

/** From the opcodes of plain loads and stores to those with an index. */
function elementForms(letter: 'X' | 'Y'): ReadonlyMap<number, number> {
  const numbers = new Map<string, number>(OPCODES.map(({ name }, number) => [name, number]));
  const forms = new Map<number, number>();
  for (const [name, number] of numbers) {
    const element = numbers.get(name.replace(/^(LD|ST)(?=\d)/, `$1${letter}`));
    if (element !== undefined && element !== number) forms.set(number, element);
  }
  return forms;
}
