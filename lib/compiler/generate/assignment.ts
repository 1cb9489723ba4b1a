/**
 * Assignment, compound assignment and ++/--. As gcc does it: the right side first, up to its last load
 * or call; then where the left side lies; then that load or call; then the store. Objects in memory are
 * read, changed and written by separate instructions, so that others can come between (atomic ones by
 * one: check/atomic-assignment).
 */
import { sizeOf } from '../type-layout';
import type { Expression, Place } from '../typed-tree';
import { isInteger } from '../type-operations';
import type { BitRange, Type } from '../types';
import { directSlot, load, move, store } from './access';
import type { Address } from './address';
import { loadBitField, storeBitField, truncatedToField } from './bit-field';
import { call } from './call';
import { constantValue } from './constant';
import type { FunctionContext } from './context';
import { hasEffects, placeHasCall } from './effects';
import { isOutgoing, type Slot } from './emitter';
import { saved } from './operand-order';
import { bitsOf, localAddress, placeAddress } from './place';
import { assignRecord, stableAddress } from './record';
import { isNarrow, isWide, memoryAccess, valueKind } from './value-kind';

type Assign = Extract<Expression, { kind: 'assign' }>;
type Update = Extract<Expression, { kind: 'update' }>;

/** The new value. `used`: somebody reads it. */
export function assign(g: FunctionContext, e: Assign, wanted: Slot | null, used: boolean): Slot {
  if (valueKind(e.type) === 'record') {
    const mark = g.frame.mark();
    assignRecord(g, e);
    g.frame.release(mark);
    return 0;
  }
  const operand = operandOf(g, e.place);
  if (operand !== null) {
    g.value(e.value, operand);
    if (!used && isByteThroughPointer(e.value)) g.code.passOn();
    return wanted === null ? operand : move(g, wanted, operand, isWide(valueKind(e.type)));
  }
  const mark = g.frame.mark();
  const bits = bitsOf(e.place);
  const { address, value } = evaluateSides(g, e, bits, used);
  g.code.span = e.span;
  writeLocation(g, address, e.place.type.type, bits, value);
  if (!used) {
    g.frame.release(mark);
    return value;
  }
  const kept = bits === null ? value : truncatedToField(g, e.place.type.type, bits, value);
  return keep(g, mark, kept, wanted, e.type);
}

/**
 * `char t = *p;`: how bytes of any object are exchanged, those that have no value included. Of an array
 * of characters by name it is a use.
 */
export function isByteThroughPointer(value: Expression): boolean {
  if (value.kind !== 'load' || sizeOf(value.type) !== 1 || value.place.kind !== 'pointed')
    return false;
  let pointer = value.place.pointer;
  while (pointer.kind === 'convert' || pointer.kind === 'pointer-offset') {
    pointer = pointer.kind === 'convert' ? pointer.operand : pointer.pointer;
  }
  return pointer.kind !== 'address-of';
}

function evaluateSides(
  g: FunctionContext,
  e: Assign,
  bits: BitRange | null,
  used: boolean,
): { readonly address: Address; readonly value: Slot } {
  const right = used ? e.value : withoutNarrowing(e.value, e.place.type.type, bits);
  if (right.kind === 'call') {
    const found: Address[] = [];
    const value = call(g, right, null, {
      before: {
        hasCall: placeHasCall(e.place),
        evaluate: () => {
          found.push(stableAddress(g, placeAddress(g, e.place)));
        },
      },
    });
    const [address] = found;
    if (address === undefined) throw new Error('the place of an assignment was not evaluated');
    return { address, value };
  }
  if (right.kind === 'load' && bitsOf(right.place) === null && right.place.kind !== 'local') {
    const source = stableAddress(g, placeAddress(g, right.place));
    const address = stableAddress(g, placeAddress(g, e.place));
    g.code.span = right.span;
    const value = load(g, source, right.place.type.type);
    if (!used) g.code.passOn();
    return { address, value };
  }
  if (e.place.kind === 'local' || e.place.kind === 'member') {
    const address = storeDirectly(g, e.place, right);
    if (address !== null) return address;
  }
  let value = g.value(right);
  if (placeHasCall(e.place)) value = saved(g, right, value);
  return { address: placeAddress(g, e.place), value };
}

/** The last instruction of the value may write the object itself, if it reads only temporaries. */
function storeDirectly(
  g: FunctionContext,
  place: Place,
  right: Expression,
): { readonly address: Address; readonly value: Slot } | null {
  if (bitsOf(place) !== null || !isWithinLocal(place)) return null;
  const direct = directSlot(placeAddress(g, place), memoryAccess(place.type.type));
  if (direct === null) return null;
  let value: Slot;
  if (right.kind === 'arithmetic' || constantValue(right) !== null) {
    const { eager } = g;
    g.eager = true;
    value = g.value(right, direct);
    g.eager = eager;
  } else {
    value = g.value(right);
  }
  // Storing a slot to itself makes no instruction.
  return { address: { kind: 'slot', slot: direct }, value };
}

function isWithinLocal(place: Place): boolean {
  return place.kind === 'member' ? isWithinLocal(place.base) : place.kind === 'local';
}

/** Stores keep the low bits only: a conversion to `char` before storing a char is idle. */
function withoutNarrowing(value: Expression, type: Type, bits: BitRange | null): Expression {
  if (bits !== null || !isNarrow(type) || value.kind !== 'convert') return value;
  if (value.type.kind !== 'integer' || value.type.name === '_Bool') return value;
  if (!isInteger(value.operand.type) || sizeOf(value.operand.type) < sizeOf(type)) return value;
  return value.operand;
}

export function update(g: FunctionContext, e: Update, wanted: Slot | null, used: boolean): Slot {
  const operand = operandOf(g, e.place);
  if (operand !== null) return updateOperand(g, e, operand, wanted, used);
  const mark = g.frame.mark();
  const outerAhead = g.ahead;
  const outerOld = g.oldValue;
  g.ahead = evaluateAhead(g, e.operation);
  const address = stableAddress(g, placeAddress(g, e.place));
  const { type } = e.place.type;
  const bits = bitsOf(e.place);
  g.code.span = e.span;
  const old = g.frame.temporary();
  readLocation(g, address, type, bits, old);
  g.oldValue = old;
  const operation =
    used && e.result === 'new' ? e.operation : withoutNarrowing(e.operation, type, bits);
  const value = g.value(operation);
  g.code.span = e.span;
  writeLocation(g, address, type, bits, value);
  g.ahead = outerAhead;
  g.oldValue = outerOld;
  if (!used) {
    g.frame.release(mark);
    return value;
  }
  const result =
    e.result === 'old' ? old : bits === null ? value : truncatedToField(g, type, bits, value);
  return keep(g, mark, result, wanted, e.type);
}

function updateOperand(
  g: FunctionContext,
  e: Update,
  operand: Slot,
  wanted: Slot | null,
  used: boolean,
): Slot {
  const wide = isWide(valueKind(e.place.type.type));
  const outer = g.oldValue;
  const keepsOld = used && e.result === 'old';
  let result = operand;
  if (keepsOld) {
    // Not into `wanted`: that may be the variable itself, as in `i = i++`.
    result = wanted === null || wanted === operand ? g.frame.temporary() : wanted;
    move(g, result, operand, wide);
  }
  g.oldValue = operand;
  g.value(e.operation, operand);
  g.oldValue = outer;
  return wanted === null ? result : move(g, wanted, result, wide);
}

/** `x op= right`: gcc performs the side effects of `right` before it looks at `x`. */
function evaluateAhead(g: FunctionContext, operation: Expression): FunctionContext['ahead'] {
  const at = withoutConversions(operation);
  const right =
    at.kind === 'arithmetic' ? at.right : at.kind === 'pointer-offset' ? at.index : null;
  if (right === null || !hasEffects(right)) return g.ahead;
  const slot = g.value(right);
  return {
    expression: right,
    slot: isOutgoing(slot)
      ? move(g, g.frame.temporary(), slot, isWide(valueKind(right.type)))
      : slot,
  };
}

/** The operation itself: narrowing to the width of a bit-field is arithmetic with constants around it. */
function withoutConversions(operation: Expression): Expression {
  let at = operation;
  for (;;) {
    if (at.kind === 'convert') at = at.operand;
    else if (at.kind === 'arithmetic' && at.right.kind === 'integer-constant') at = at.left;
    else return at;
  }
}

/** The slot of a local that is an operand; null for objects in memory. */
function operandOf(g: FunctionContext, place: Place): Slot | null {
  if (place.kind !== 'local') return null;
  const address = localAddress(g, place.variable);
  return address.kind === 'slot' ? address.slot : null;
}

function readLocation(
  g: FunctionContext,
  address: Address,
  type: Type,
  bits: BitRange | null,
  into: Slot,
): void {
  if (bits === null) load(g, address, type, into);
  else loadBitField(g, address, type, bits, into);
}

function writeLocation(
  g: FunctionContext,
  address: Address,
  type: Type,
  bits: BitRange | null,
  from: Slot,
): void {
  if (bits === null) store(g, address, type, from, true);
  else storeBitField(g, address, type, bits, from);
}

/** Frees the temporaries but the one that holds the result. */
function keep(g: FunctionContext, mark: number, slot: Slot, wanted: Slot | null, type: Type): Slot {
  const wide = isWide(valueKind(type));
  if (wanted !== null) {
    g.frame.release(mark);
    return move(g, wanted, slot, wide);
  }
  if (!g.frame.isTemporary(slot)) {
    g.frame.release(mark);
    return slot;
  }
  g.frame.release(mark);
  return move(g, g.frame.temporary(), slot, wide);
}
