/**
 * The two operands of an operation, in gcc's order where a program can see it (decision record 016):
 * left to right; but a variable at the left of a commutative operation or comparison is read after
 * the side effects at its right, and a local that lives in a register is always read last.
 */
import type { Expression } from '../typed-tree';
import { sizeOf } from '../type-layout';
import { move } from './access';
import type { FunctionContext } from './context';
import { hasEffects } from './effects';
import { isOutgoing, type Slot } from './emitter';
import { isWide, valueKind } from './value-kind';

export function operandPair(
  g: FunctionContext,
  left: Expression,
  right: Expression,
  reversible: boolean,
): readonly [Slot, Slot] {
  if (!hasEffects(right)) {
    const first = g.operand(left);
    const second = g.operand(right);
    // Of two objects that others can reach one is read, then the other.
    if (g.frame.isPrivate(first) || g.frame.isPrivate(second)) return [first, second];
    return [move(g, g.frame.temporary(), first, isWide(valueKind(left.type))), second];
  }
  if (reversible && isVariable(left)) {
    const second = g.value(right);
    return [g.operand(left), second];
  }
  const first = saved(g, left, g.value(left));
  return [first, g.operand(right)];
}

/** The value in a slot that evaluating something with side effects leaves alone. */
export function saved(g: FunctionContext, expression: Expression, slot: Slot): Slot {
  if (g.frame.isTemporary(slot)) return slot;
  if (!isOutgoing(slot) && !widensVariable(expression)) return slot;
  return move(g, g.frame.temporary(), slot, isWide(valueKind(expression.type)));
}

/** A whole variable, seen through conversions that change no bits. */
function isVariable(expression: Expression): boolean {
  if (expression.kind === 'convert' && keepsSize(expression)) return isVariable(expression.operand);
  return (
    expression.kind === 'load' &&
    (expression.place.kind === 'local' || expression.place.kind === 'static')
  );
}

/** A `char` read as an int: gcc reads the variable where it stands, ours may still be its slot. */
export function widensVariable(expression: Expression): boolean {
  if (expression.kind !== 'convert') return false;
  return keepsSize(expression) ? widensVariable(expression.operand) : true;
}

function keepsSize(expression: Extract<Expression, { kind: 'convert' }>): boolean {
  return sizeOf(expression.type) === sizeOf(expression.operand.type);
}
