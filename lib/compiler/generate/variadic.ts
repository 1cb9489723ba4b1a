/**
 * <stdarg.h>. A va_list is a record whose first 8 bytes point to the next variadic argument's slot;
 * arguments lie in consecutive 8-byte slots of the caller's outgoing area.
 */
import { Opcode } from '../../abi/opcodes';
import { sizeOf } from '../type-layout';
import type { Expression } from '../typed-tree';
import { UNSIGNED_LONG } from '../type-operations';
import type { Type } from '../types';
import { addressValue, load, store } from './access';
import { type Address, frameAddress } from './address';
import type { FunctionContext } from './context';
import type { Slot } from './emitter';
import { parameterBytes } from './frame';
import { pointedAddress } from './place';

export function vaStart(g: FunctionContext, e: Extract<Expression, { kind: 'va-start' }>): void {
  const mark = g.frame.mark();
  const list = pointedAddress(g, e.list);
  const next = addressValue(g, frameAddress(g.frame.parametersEnd, 0));
  store(g, list, UNSIGNED_LONG, next);
  g.frame.release(mark);
}

export function vaArg(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'va-arg' }>,
  wanted: Slot | null,
): Slot {
  const mark = g.frame.mark();
  const into = wanted ?? g.frame.temporary();
  const inner = g.frame.mark();
  load(g, argumentAddress(g, e.list, e.type), e.type, into);
  g.frame.release(wanted === null ? inner : mark);
  return into;
}

/** Address of the next argument, of the given type; the list moves on. */
export function argumentAddress(g: FunctionContext, list: Expression, type: Type): Address {
  const current = g.frame.temporary();
  const mark = g.frame.mark();
  const place = pointedAddress(g, list);
  load(g, place, UNSIGNED_LONG, current);
  const next = g.frame.temporary();
  g.code.emit(Opcode.ADDI64, next, current, parameterBytes(sizeOf(type)));
  store(g, place, UNSIGNED_LONG, next);
  g.frame.release(mark);
  return { kind: 'pointer', slot: current, offset: 0 };
}

export function vaCopy(g: FunctionContext, e: Extract<Expression, { kind: 'va-copy' }>): void {
  const mark = g.frame.mark();
  const to = pointedAddress(g, e.to);
  const next = load(g, pointedAddress(g, e.from), UNSIGNED_LONG);
  store(g, to, UNSIGNED_LONG, next);
  g.frame.release(mark);
}
