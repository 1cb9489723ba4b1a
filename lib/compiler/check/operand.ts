/**
 * An expression before lvalue conversion (C11 6.3.2.1): the value of something, the place of an
 * object, or a function designator. Operators ask for what they need.
 */
import type { Span } from '../source';
import type { Expression, LocalVariable, Place, StaticSymbol } from '../typed-tree';
import type { FunctionType, QualifiedType, Type } from '../types';
import { integerTypeOf, ofWidth, plain, pointerTo } from '../type-operations';
import { errorExpression } from './fold';

export type Operand =
  | { readonly kind: 'value'; readonly value: Expression }
  /** `lvalue` is false for members of a function's result and such. */
  | { readonly kind: 'place'; readonly place: Place; readonly lvalue: boolean }
  | { readonly kind: 'function'; readonly symbol: StaticSymbol; readonly span: Span }
  | {
      readonly kind: 'pointed-function';
      readonly pointer: Expression;
      readonly type: FunctionType;
      readonly span: Span;
    };

export function valueOperand(value: Expression): Operand {
  return { kind: 'value', value };
}

export function errorOperand(span: Span): Operand {
  return { kind: 'value', value: errorExpression(span) };
}

export function placeOperand(place: Place): Operand {
  return { kind: 'place', place, lvalue: true };
}

export function operandType(operand: Operand): QualifiedType {
  switch (operand.kind) {
    case 'value':
      return plain(operand.value.type);
    case 'place':
      return operand.place.type;
    case 'function':
      return operand.symbol.type;
    case 'pointed-function':
      return plain(operand.type);
  }
}

export function operandSpan(operand: Operand): Span {
  switch (operand.kind) {
    case 'value':
      return operand.value.span;
    case 'place':
      return operand.place.span;
    case 'function':
    case 'pointed-function':
      return operand.span;
  }
}

/** Lvalue conversion, array and function decay (C11 6.3.2.1:2-4). */
export function valueOf(operand: Operand): Expression {
  switch (operand.kind) {
    case 'value':
      return operand.value;
    case 'place':
      return loadPlace(operand.place);
    case 'function':
      return {
        kind: 'function-address',
        symbol: operand.symbol,
        type: pointerTo(operand.symbol.type),
        span: operand.span,
      };
    case 'pointed-function':
      return operand.pointer;
  }
}

export function loadPlace(place: Place): Expression {
  const { type } = place.type;
  const { span } = place;
  switch (type.kind) {
    case 'error':
    case 'function':
      return errorExpression(span);
    case 'array':
      return { ...addressOfPlace(place), type: pointerTo(type.of) };
    case 'record':
      return { kind: 'record-value', place, type, span };
    case 'void':
      // `*p` of a void pointer: a void expression; using its value is an error elsewhere.
      return place.kind === 'pointed'
        ? { kind: 'convert', operand: place.pointer, type, span }
        : errorExpression(span);
    default:
      return { kind: 'load', place, type: valueType(place), span };
  }
}

/**
 * The type of what a place holds, and so of assignments to it (C11 6.5.16:3). A bit-field that is wider
 * than int has a type of just its width (gcc; C11 6.7.2.1:5 leaves it open).
 */
export function valueType(place: Place): Type {
  const { type } = place.type;
  const width = place.kind === 'member' ? place.bits?.width : undefined;
  const integer = integerTypeOf(type);
  return width === undefined || width <= 32 || integer === null ? type : ofWidth(integer, width);
}

/** The address of a place: its variable must stay in memory from now on. */
export function addressOfPlace(place: Place): Expression {
  markAddressTaken(place);
  const type = pointerTo(place.type);
  if (place.kind === 'pointed') {
    return { ...place.pointer, type, span: place.span };
  }
  return { kind: 'address-of', place, type, span: place.span };
}

function markAddressTaken(place: Place): void {
  const variable = rootVariable(place);
  if (variable !== null) variable.addressTaken = true;
}

/** The local that a place is part of. */
export function rootVariable(place: Place): LocalVariable | null {
  switch (place.kind) {
    case 'local':
    case 'materialized':
    case 'initialized':
      return place.variable;
    case 'member':
      return rootVariable(place.base);
    case 'static':
    case 'pointed':
      return null;
  }
}
