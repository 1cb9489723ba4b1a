/**
 * Indices of arrays that are members of a struct: memory is whole around them, so an access past the
 * end reaches the next member, and only the index tells. The program goes on, as on Linux; where the
 * access leaves the whole object, the access itself is the fault.
 */
import type { ProgramImage } from '../abi/image';
import { OPCODES } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { noteOnce } from './finding';
import { count, describeObject, nearestObject, objectBytes } from './memory-object';
import { operand, slot, slotHigh } from './operands';
import type { Trap } from './trap';
import { partAt } from './type-parts';

/** Does BOUND and BOUND64 for an index that isn't in bounds. */
export function indexOutOfBounds(context: ExecutionContext, wide: boolean): Trap | null {
  const low = slot(context, 1);
  const index = wide ? slotHigh(context, 1) * 2 ** 32 + (low >>> 0) : low;
  const length = operand(context, 2);
  const trap = staysInObject(context, index)
    ? noteOnce(context, 'out-of-bounds', () => explain(context, index, length))
    : null;
  context.pc += 3;
  return trap;
}

/** Pointer, scale and offset of the address that the next instruction computes. */
function nextAddress(
  context: ExecutionContext,
): { readonly start: number; readonly scale: number } | null {
  const { image, pc, memory, fp } = context;
  const at = pc + 3;
  const name = OPCODES[image.code[at] ?? 0]?.name ?? '';
  const pointer = /^(PADD|LD[XY])/.test(name) ? 2 : /^ST[XY]/.test(name) ? 1 : 0;
  if (pointer === 0) return null;
  const start = memory.readInt64(fp + 4 * (image.code[at + pointer] ?? 0));
  const scale = image.code[at + pointer + 2] ?? 0;
  const offset = name.startsWith('PADD')
    ? offsetAfter(image, at)
    : (image.code[at + pointer + 3] ?? 0);
  return start === null ? null : { start: start + offset, scale };
}

/** What the load or store after an addition adds to the address. */
function offsetAfter({ code }: ProgramImage, addition: number): number {
  const at = addition + 5;
  const name = OPCODES[code[at] ?? 0]?.name ?? '';
  const pointer = /^LD\d/.test(name) ? 2 : /^ST\d/.test(name) ? 1 : 0;
  if (pointer === 0 || code[at + pointer] !== code[addition + 1]) return 0;
  return code[at + pointer + 1] ?? 0;
}

function staysInObject(context: ExecutionContext, index: number): boolean {
  const next = nextAddress(context);
  if (next === null) return true;
  const object = nearestObject(context, next.start);
  if (object === null) return false;
  const reached = next.start + index * next.scale;
  return reached >= object.address && reached + next.scale <= object.address + objectBytes(object);
}

function explain(context: ExecutionContext, index: number, length: number): string {
  const next = nextAddress(context);
  const object = next === null ? null : nearestObject(context, next.start);
  const bounds = `${count(length, 'element')}, 0 to ${length - 1}`;
  let array = `an array of ${bounds}`;
  let where = '';
  let reached = 'another member';
  if (next !== null && object !== null) {
    where = ` in ${describeObject(context, object)}`;
    if (object.kind === 'local' || object.kind === 'global') {
      const { variable } = object;
      const part = partAt(context.image, variable.type, next.start - object.address);
      const other = partAt(
        context.image,
        variable.type,
        next.start + index * next.scale - object.address,
      );
      if (part !== null) {
        array = `\`${variable.name}${part.path.replace(/\[\d+\]$/, '')}\`, which has ${bounds}`;
      }
      if (other !== null) reached = `\`${variable.name}${other.path}\``;
    }
  }
  return `This uses element ${index} of ${array}: it reaches ${reached}${where}.`;
}
