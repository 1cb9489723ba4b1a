/** Where an object lies (a place of the typed tree) and where a pointer points, as addresses. */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import { sizeOf } from '../type-layout';
import type { Expression, LocalVariable, Place, StaticSymbol } from '../typed-tree';
import { addressValue } from './access';
import { type Address, frameAddress, offsetBy } from './address';
import { constantValue } from './constant';
import type { FunctionContext } from './context';
import { hasEffects } from './effects';
import type { BitRange } from '../types';
import { valueKind } from './value-kind';

const OFFSET_MAX = 0x7fff_ffff;

/** Temporaries that the address needs aren't released. */
export function placeAddress(g: FunctionContext, place: Place): Address {
  switch (place.kind) {
    case 'local':
      return localAddress(g, place.variable, place);
    case 'static':
      if (place.symbol.threadLocal) return threadLocalAddress(g, place.symbol);
      return {
        kind: 'static',
        symbol: place.symbol,
        offset: 0,
        bytes: sizeOf(place.symbol.type.type),
      };
    case 'pointed':
      return pointedAddress(g, place.pointer, true);
    case 'member':
      return offsetBy(placeAddress(g, place.base), place.offset);
    case 'materialized':
      g.recordTo(place.value, localAddress(g, place.variable));
      return localAddress(g, place.variable);
    case 'initialized':
      g.enterScope(place.variable);
      g.initialize(place.variable, place.initialization);
      return localAddress(g, place.variable);
    default:
      return assertNever(place);
  }
}

/** C11 6.2.4:4: the calling thread's own object. */
function threadLocalAddress(g: FunctionContext, symbol: StaticSymbol): Address {
  const slot = g.frame.temporary();
  g.code.emit(Opcode.TPA, slot, 0);
  g.code.fixup('thread', g.unit.linkName(symbol), 0);
  return { kind: 'pointer', slot, offset: 0 };
}

/** Bits of a bit-field; null for whole objects. */
export function bitsOf(place: Place): BitRange | null {
  return place.kind === 'member' ? (place.bits ?? null) : null;
}

/** `access`: the place that is accessed; without one it is written, or has a value. */
export function localAddress(
  g: FunctionContext,
  variable: LocalVariable,
  access: Place | null = null,
): Address {
  const location = g.frame.locationOf(variable);
  switch (location.kind) {
    case 'slot':
      return location;
    case 'memory':
      return frameAddress(
        location.offset,
        location.bytes,
        access !== null && isChecked(g, variable, access),
      );
    case 'variable-length':
    case 'aligned':
      return { kind: 'pointer', slot: location.slot, offset: 0 };
    default:
      return assertNever(location);
  }
}

function isChecked(g: FunctionContext, variable: LocalVariable, access: Place): boolean {
  return g.assignedness.tracked.has(variable) && !g.assignedness.isAssured(access);
}

/** What a pointer-valued expression points to; constant offsets are folded in. */
/** `accessed`: what it points to is read or written, not only named as an end. */
export function pointedAddress(g: FunctionContext, pointer: Expression, accessed = false): Address {
  switch (pointer.kind) {
    case 'address-of':
      return placeAddress(g, pointer.place);
    case 'convert':
      if (pointer.operand.type.kind === 'pointer')
        return pointedAddress(g, pointer.operand, accessed);
      break;
    case 'pointer-offset': {
      if (g.ahead?.expression === pointer) break;
      const bytes = constantOffset(pointer);
      const length = accessed && !g.unit.library ? memberArrayLength(pointer) : null;
      const outside = length !== null && bytes !== null && isOutside(bytes, pointer, length);
      if (bytes === null || outside) {
        if (length === null && (hasEffects(pointer.index) || hasEffects(pointer.pointer))) break;
        return elementAddress(g, pointer, length);
      }
      const base = pointedAddress(g, pointer.pointer);
      if (base.kind === 'slot') throw new Error('a pointer to an operand');
      if (Math.abs(base.offset + bytes) < OFFSET_MAX) return offsetBy(base, bytes);
      return { kind: 'pointer', slot: addressValue(g, base), offset: bytes };
    }
    default:
      break;
  }
  return { kind: 'pointer', slot: g.value(pointer), offset: 0 };
}

type PointerOffset = Extract<Expression, { kind: 'pointer-offset' }>;

/** Bytes that a pointer-offset adds; null unless they are a constant of 31 bits. */
export function constantOffset(expression: PointerOffset): number | null {
  const index = constantValue(expression.index);
  if (index === null) return null;
  const bytes = BigInt.asIntN(64, index) * BigInt(expression.elementBytes);
  const signed = expression.subtract ? -bytes : bytes;
  return signed > -BigInt(OFFSET_MAX) && signed < BigInt(OFFSET_MAX) ? Number(signed) : null;
}

/** An element whose index is computed: constant parts of place and index are left to the access. */
function elementAddress(
  g: FunctionContext,
  element: PointerOffset,
  length: number | null,
): Address {
  const mark = g.frame.mark();
  const base = pointedAddress(g, element.pointer);
  if (base.kind === 'slot') throw new Error('a pointer to an operand');
  const start = base.kind === 'frame' ? base.low : 0;
  const pointer = base.kind === 'pointer' ? base.slot : addressValue(g, { ...base, offset: start });
  const split = length === null ? withoutConstantIndex(element) : null;
  const { index } = split ?? element;
  const kind = valueKind(index.type);
  let factor = g.operand(index);
  if (kind === 'uint32') {
    const wide = g.frame.temporary();
    g.code.emit(Opcode.ZX64, wide, factor);
    factor = wide;
  }
  if (length !== null)
    g.code.emit(kind === 'int32' ? Opcode.BOUND : Opcode.BOUND64, factor, length);
  g.frame.release(mark);
  const slot = g.frame.temporary();
  const scale = element.subtract ? -element.elementBytes : element.elementBytes;
  g.code.emit(kind === 'int32' ? Opcode.PADD : Opcode.PADD64, slot, pointer, factor, scale);
  return { kind: 'pointer', slot, offset: base.offset - start + (split?.bytes ?? 0) };
}

/**
 * How many elements a member array has, if its index is to be checked: an access past its end stays
 * in the struct and is no fault. Not the last member: longer ones are allocated with a tail.
 */
function memberArrayLength({ pointer, elementBytes, subtract }: PointerOffset): number | null {
  if (subtract || pointer.kind !== 'address-of' || pointer.place.kind !== 'member') return null;
  const { base, offset, type } = pointer.place;
  const record = base.type.type;
  if (record.kind !== 'record' || record.union || type.type.kind !== 'array') return null;
  const { count, of } = type.type;
  if (count === null || count <= 1 || sizeOf(of.type) !== elementBytes) return null;
  return record.fields.some((field) => field.offset > offset) ? count : null;
}

function isOutside(bytes: number, { elementBytes }: PointerOffset, length: number): boolean {
  return bytes < 0 || bytes >= length * elementBytes;
}

/** `p + (i + 1)` as `p + i` and bytes; null if it isn't of that form. */
function withoutConstantIndex(
  element: PointerOffset,
): { readonly index: Expression; readonly bytes: number } | null {
  const { index } = element;
  if (index.kind !== 'arithmetic') return null;
  if (index.operator !== '+' && index.operator !== '-') return null;
  const kind = valueKind(index.type);
  if (kind !== 'int32' && kind !== 'int64') return null;
  const constant = constantOffset({ ...element, index: index.right });
  if (constant === null) return null;
  return { index: index.left, bytes: index.operator === '+' ? constant : -constant };
}
