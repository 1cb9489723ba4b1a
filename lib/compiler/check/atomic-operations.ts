/**
 * Atomic operations in the typed tree. A load or a store of a scalar is one instruction anyway; what
 * reads and writes is a call of an intrinsic.
 */
import { ATOMIC_NEW_VALUE, ATOMIC_OPERATIONS, type AtomicOperation } from '../../abi/atomics';
import { type IntrinsicName, intrinsicNumber } from '../../abi/intrinsics';
import type { Span } from '../source';
import { sizeOf } from '../type-layout';
import { INT, SIZE_T, UNSIGNED_LONG, VOID, plain } from '../type-operations';
import type { Expression, LocalVariable, Place } from '../typed-tree';
import type { Type } from '../types';
import type { Checker } from './checker';
import { convert, integerConstant } from './fold';
import { addressOfPlace, loadPlace } from './operand';

/** What `pointer` points to, as an object of `type` whose every access counts. */
export function pointedObject(pointer: Expression, type: Type, span: Span): Place {
  return {
    kind: 'pointed',
    pointer,
    type: { type, const: false, volatile: true, atomic: true },
    span,
  };
}

/** Exchange, or fetch and change, an integer or pointer. */
export function update(
  object: Expression,
  operation: AtomicOperation,
  value: Expression,
  type: Type,
  result: 'old' | 'new',
  span: Span,
): Expression {
  const code = ATOMIC_OPERATIONS.indexOf(operation) + (result === 'new' ? ATOMIC_NEW_VALUE : 0);
  const args = [
    object,
    convert(value, UNSIGNED_LONG),
    integerConstant(BigInt(code), INT, span),
    bytesOf(type, span),
  ];
  return convert(intrinsic('atomic_update', args, UNSIGNED_LONG, span), type, span);
}

/** Exchange of an object of any type: at `value` lies the new one, the old one goes to `old`. */
export function exchange(
  object: Expression,
  value: Expression,
  old: Expression,
  type: Type,
  span: Span,
): Expression {
  return intrinsic('atomic_exchange', [object, value, old, bytesOf(type, span)], VOID, span);
}

/** An int: the object had the value at `expected` and has that at `desired` now. */
export function compareExchange(
  object: Expression,
  expected: Expression,
  desired: Expression,
  type: Type,
  span: Span,
): Expression {
  return intrinsic('atomic_compare', [object, expected, desired, bytesOf(type, span)], INT, span);
}

function bytesOf(type: Type, span: Span): Expression {
  return integerConstant(BigInt(sizeOf(type)), SIZE_T, span);
}

function intrinsic(
  name: IntrinsicName,
  args: readonly Expression[],
  type: Type,
  span: Span,
): Expression {
  const number = intrinsicNumber.get(name);
  if (number === undefined) throw new Error(`no intrinsic ${name}`);
  return {
    kind: 'call',
    callee: { kind: 'intrinsic', number },
    args,
    fixed: args.length,
    type,
    span,
  };
}

/** A hidden variable of the function. */
export interface Temporary {
  readonly place: Place;
  readonly value: Expression;
  readonly address: () => Expression;
  readonly set: (value: Expression) => Expression;
}

export function temporary(checker: Checker, type: Type, span: Span): Temporary {
  const variable: LocalVariable = checker.hiddenLocal('', plain(type), span);
  const place: Place = { kind: 'local', variable, type: variable.type, span };
  return {
    place,
    value: loadPlace(place),
    address: () => addressOfPlace(place),
    set: (value) => ({ kind: 'assign', place, value, type, span }),
  };
}

export function sequence(left: Expression, right: Expression): Expression {
  return { kind: 'comma', left, right, type: right.type, span: right.span };
}
