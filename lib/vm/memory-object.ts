/**
 * Which object of the program an address belongs to, or lies nearest to: a global, a local of a
 * live frame, a heap block, a shared mapping. Used by messages; figures may use it too.
 */
import { ARGUMENTS_LIMIT, MAPPING_LIMIT, STACK_TOP } from '../abi/address-space';
import type { VariableInfo } from '../abi/image';
import { stackFloorOf, type ExecutionContext } from './context';
import { positionAt } from './debug-info';
import { heapBlocks, type HeapBlock } from './heap-blocks';
import { walkStack } from './stack-walk';
import { accessibleBytes, GRANULE_BYTES, GRANULE_SHIFT, Shadow } from './shadow';
import { typeBytes, typeText, type ElementType, elementOf } from './type-text';

export type MemoryObject =
  | { readonly kind: 'global'; readonly variable: VariableInfo; readonly address: number }
  | {
      readonly kind: 'local';
      readonly variable: VariableInfo;
      readonly address: number;
      readonly function: string;
      readonly library: boolean;
    }
  /** A variable-length array of a live frame. */
  | {
      readonly kind: 'variable-length';
      readonly variable: VariableInfo;
      readonly address: number;
      readonly bytes: number;
      readonly function: string;
    }
  | { readonly kind: 'heap'; readonly block: HeapBlock; readonly address: number }
  | {
      readonly kind: 'shared';
      readonly name: string;
      readonly address: number;
      readonly bytes: number;
    }
  | { readonly kind: 'arguments'; readonly address: number };

export function objectBytes(object: MemoryObject): number {
  switch (object.kind) {
    case 'global':
    case 'local':
      return object.variable.bytes;
    case 'heap':
      return object.block.bytes;
    case 'shared':
    case 'variable-length':
      return object.bytes;
    case 'arguments':
      return ARGUMENTS_LIMIT - STACK_TOP;
  }
}

/** The object that holds the address, else the nearest in its segment; null: nothing is near. */
export function nearestObject(context: ExecutionContext, address: number): MemoryObject | null {
  const { memory } = context;
  const { layout } = memory;
  if (address >= STACK_TOP && address < ARGUMENTS_LIMIT)
    return { kind: 'arguments', address: STACK_TOP };
  if (address >= stackFloorOf(context) && address < context.stack.top)
    return nearestLocal(context, address);
  // Locals of other threads: their frames are not known here.
  if (address >= MAPPING_LIMIT) return null;
  for (const { address: start, bytes, region, offset } of memory.mappings) {
    if (address >= start && address < start + bytes + 64) {
      return {
        kind: 'shared',
        name: region.name,
        address: start,
        bytes: Math.min(bytes, region.length - offset),
      };
    }
  }
  if (address >= layout.heapBase && address < memory.lowEnd) {
    const block = nearestBlock(context, address);
    return block === null ? null : { kind: 'heap', block, address: block.address };
  }
  if (address >= layout.lowBase && address < layout.heapBase)
    return nearestGlobal(context, address);
  return null;
}

/** "`name` (char[8], local of `main`, declared at line 4)". */
export function describeObject(context: ExecutionContext, object: MemoryObject): string {
  switch (object.kind) {
    case 'global': {
      const { name, type, line } = object.variable;
      if (name.startsWith('"')) return `the string literal ${name}`;
      const declared = line > 0 ? `, declared at line ${line}` : '';
      return `\`${name}\` (${typeText(context.image, type)}${declared})`;
    }
    case 'local': {
      const { name, type, line } = object.variable;
      const declared = line > 0 ? `, declared at line ${line}` : '';
      const text = typeText(context.image, type);
      return `\`${name}\` (${text}, local of \`${object.function}\`${declared})`;
    }
    case 'variable-length': {
      const { name, line } = object.variable;
      const of = pointedType(context, object.variable);
      const elements = elementsOf(context, object);
      const text =
        elements === null ? 'array' : `${typeText(context.image, of)}[${elements.count}]`;
      return `\`${name}\` (${text}, local of \`${object.function}\`, declared at line ${line})`;
    }
    case 'heap':
      return `the block of ${count(object.block.bytes, 'byte')} ${allocatedText(context, object.block)}`;
    case 'shared':
      return `${object.name} (${count(object.bytes, 'byte')})`;
    case 'arguments':
      return 'the arguments of the program';
  }
}

/** "allocated by `make_list` at line 12". */
export function allocatedText(context: ExecutionContext, block: HeapBlock): string {
  return `allocated${placeText(context, block.allocatedPc)}`;
}

/** " by `main` at line 9", or "" where debug information has nothing. */
export function placeText(context: ExecutionContext, pc: number): string {
  const position = positionAt(context.image, pc);
  return position === null ? '' : ` by \`${position.function}\` at line ${position.line}`;
}

/** Elements of the object if it is an array: for "element 10, but the last is 9". */
export function elementsOf(context: ExecutionContext, object: MemoryObject): ElementType | null {
  if (object.kind === 'variable-length') {
    const bytes = typeBytes(context.image, pointedType(context, object.variable));
    return bytes === null || bytes === 0
      ? null
      : { count: Math.floor(object.bytes / bytes), bytes };
  }
  if (object.kind !== 'global' && object.kind !== 'local') return null;
  return elementOf(context.image, object.variable.type);
}

export function count(n: number, unit: string): string {
  return n === 1 ? `1 ${unit}` : `${n} ${unit}s`;
}

function pointedType(context: ExecutionContext, variable: VariableInfo): number {
  const type = context.image.types[variable.type];
  return type?.kind === 'pointer' ? type.to : variable.type;
}

/** The array that a frame's variable-length local stands for, as its redzone bounds it. */
export function variableLengthArray(
  context: ExecutionContext,
  variable: VariableInfo,
  fp: number,
): { readonly address: number; readonly bytes: number } | null {
  const { memory } = context;
  const address = memory.readInt32(fp + variable.location) ?? 0;
  if (address < context.sp || address >= fp) return null;
  let bytes = 0;
  for (let at = (address - memory.stackDelta) >> GRANULE_SHIFT; ; at++) {
    const room = accessibleBytes(memory.shadow[at] ?? Shadow.stackRedzone);
    bytes += room;
    if (room < GRANULE_BYTES) break;
  }
  return { address, bytes };
}

function nearestLocal(context: ExecutionContext, address: number): MemoryObject | null {
  let best: MemoryObject | null = null;
  let bestDistance = Infinity;
  for (const { function: found, fp, pc } of walkStack(context)) {
    for (const variable of [...found.locals, ...found.parameters]) {
      const { scope } = variable;
      const { name, library } = found;
      const array =
        variable.variableLength === true ? variableLengthArray(context, variable, fp) : null;
      const start = array?.address ?? fp + variable.location;
      const bytes = array?.bytes ?? variable.bytes;
      let distance = distanceTo(address, start, bytes);
      // Blocks that don't overlap in time may share a slot: prefer the one in scope.
      if (scope !== undefined && (pc < scope.from || pc >= scope.to)) distance += 0.5;
      // Between two objects, the one below was overrun: that is the usual mistake.
      else if (address < start) distance += 0.25;
      if (distance < bestDistance) {
        bestDistance = distance;
        best =
          array === null
            ? { kind: 'local', variable, address: start, function: name, library }
            : { kind: 'variable-length', variable, ...array, function: name };
      }
    }
    if (bestDistance === 0 || fp > address + bestDistance) break;
  }
  return best;
}

function nearestGlobal(context: ExecutionContext, address: number): MemoryObject | null {
  let best: VariableInfo | null = null;
  let bestDistance = Infinity;
  for (const variable of context.image.globals) {
    let distance = distanceTo(address, variable.location, variable.bytes);
    if (address < variable.location) distance += 0.25;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = variable;
    }
  }
  return best === null ? null : { kind: 'global', variable: best, address: best.location };
}

function nearestBlock(context: ExecutionContext, address: number): HeapBlock | null {
  let best: HeapBlock | null = null;
  let bestDistance = Infinity;
  for (const block of heapBlocks(context.memory)) {
    let distance = distanceTo(address, block.address, block.bytes);
    if (address < block.address) distance += 0.25;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = block;
    }
  }
  return best;
}

function distanceTo(address: number, start: number, bytes: number): number {
  if (address < start) return start - address;
  return address < start + bytes ? 0 : address - (start + bytes) + 1;
}
