/**
 * Makers of typed expressions that fold constants exactly as they build (C11 6.6): integers are
 * BigInt wrapped to their type, float is rounded at every step. What a constant would trap on
 * (division by zero, a shift out of range) is left for the machine to find.
 */
import type { Span } from '../source';
import type { Expression } from '../typed-tree';
import type { IntegerType, Type } from '../types';
import {
  ERROR,
  INT,
  LONG,
  UNSIGNED_LONG,
  VOID,
  bitsOf,
  integerRange,
  integerTypeOf,
  wrapInteger,
} from '../type-operations';

export type ArithmeticOperator = Extract<Expression, { kind: 'arithmetic' }>['operator'];
export type ComparisonOperator = Extract<Expression, { kind: 'comparison' }>['operator'];

/** Stands for an expression that an error was reported about. */
export function errorExpression(span: Span): Expression {
  return { kind: 'integer-constant', value: 0n, type: ERROR, span };
}

export function isErrorExpression(value: Expression): boolean {
  return value.type.kind === 'error';
}

export function integerConstant(value: bigint, type: Type, span: Span): Expression {
  const integer = integerTypeOf(type);
  const wrapped = integer === null ? BigInt.asUintN(64, value) : wrapInteger(value, integer);
  return { kind: 'integer-constant', value: wrapped, type, span };
}

export function floatingConstant(value: number, type: Type, span: Span): Expression {
  const float = type.kind === 'floating' && type.name === 'float';
  return { kind: 'floating-constant', value: float ? Math.fround(value) : value, type, span };
}

/** A conversion (C11 6.3), none if the value has the type already. */
export function convert(value: Expression, type: Type, span: Span = value.span): Expression {
  if (value.type.kind === 'error' || type.kind === 'error') return errorExpression(span);
  if (sameRepresentation(value.type, type)) return value;
  if (type.kind === 'void') return { kind: 'convert', operand: value, type: VOID, span };
  if (value.kind === 'integer-constant') return convertInteger(value.value, type, span);
  if (value.kind === 'floating-constant') return convertFloating(value.value, type, span);
  if (type.kind === 'integer' && type.width !== undefined) return narrowed(value, type, span);
  return { kind: 'convert', operand: value, type, span };
}

/** The low bits of a value, extended: what a wide bit-field holds of it. */
function narrowed(value: Expression, type: IntegerType, span: Span): Expression {
  const count = integerConstant(BigInt(type.bytes * 8 - bitsOf(type)), INT, span);
  const wide = convert(value, UNSIGNED_LONG, span);
  const shifted: Expression = {
    kind: 'arithmetic',
    operator: '<<',
    left: wide,
    right: count,
    type: UNSIGNED_LONG,
    span,
  };
  const left = type.signed ? convert(shifted, LONG, span) : shifted;
  return { kind: 'arithmetic', operator: '>>', left, right: count, type, span };
}

/** An operation in the type of a wide bit-field is made in the whole type and narrowed. */
function inWidth(value: Expression): Expression {
  const { type } = value;
  if (type.kind !== 'integer' || type.width === undefined) return value;
  return narrowed({ ...value, type: type.signed ? LONG : UNSIGNED_LONG }, type, value.span);
}

function sameRepresentation(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind === 'integer' || left.kind === 'floating') {
    if (right.kind !== left.kind || right.name !== left.name) return false;
    return left.kind !== 'integer' || right.kind !== 'integer' || left.width === right.width;
  }
  return left.kind === 'void' && right.kind === 'void';
}

function convertInteger(value: bigint, type: Type, span: Span): Expression {
  if (type.kind !== 'floating') return integerConstant(value, type, span);
  const near = type.name === 'float' ? roundedToFloat(value) : Number(value);
  return floatingConstant(near, type, span);
}

/** Rounding to double first could round twice: the bits that are cut off leave a mark instead. */
function roundedToFloat(value: bigint): number {
  const magnitude = value < 0n ? -value : value;
  const excess = magnitude.toString(2).length - 40;
  if (excess <= 0) return Math.fround(Number(value));
  const shift = BigInt(excess);
  const top = magnitude >> shift;
  const marked = top << shift === magnitude ? top : top | 1n;
  const near = Math.fround(Number(marked) * 2 ** excess);
  return value < 0n ? -near : near;
}

/** gcc folds a value out of range to the nearest one in range. */
function convertFloating(value: number, type: Type, span: Span): Expression {
  if (type.kind === 'floating') return floatingConstant(value, type, span);
  const integer = integerTypeOf(type);
  if (integer === null) return integerConstant(0n, type, span);
  if (integer.name === '_Bool') return integerConstant(value === 0 ? 0n : 1n, type, span);
  return integerConstant(saturated(value, integer), type, span);
}

function saturated(value: number, type: IntegerType): bigint {
  if (Number.isNaN(value)) return 0n;
  const { low, high } = integerRange(type);
  if (value >= Number(high)) return high;
  if (value <= Number(low)) return low;
  return BigInt(Math.trunc(value));
}

/** Exact result, before it is wrapped; null where the machine must find out. */
export function exactInteger(
  operator: ArithmeticOperator,
  left: bigint,
  right: bigint,
  type: IntegerType,
): bigint | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0n ? null : left / right;
    case '%':
      return right === 0n ? null : left % right;
    case '<<':
      return right < 0n || right >= BigInt(type.bytes * 8) ? null : left << right;
    case '>>':
      return right < 0n || right >= BigInt(type.bytes * 8) ? null : left >> right;
    case '&':
      return left & right;
    case '^':
      return left ^ right;
    case '|':
      return left | right;
  }
}

/** Operands already have `type` (shifts: the right one is int or unsigned int). */
export function arithmetic(
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
  type: Type,
  span: Span,
): Expression {
  if (isErrorExpression(left) || isErrorExpression(right)) return errorExpression(span);
  const integer = integerTypeOf(type);
  if (integer !== null && left.kind === 'integer-constant' && right.kind === 'integer-constant') {
    const exact = exactInteger(operator, left.value, right.value, integer);
    const traps = operator === '/' && exact !== null && exact > integerRange(integer).high;
    if (exact !== null && !traps) return integerConstant(exact, type, span);
  }
  if (left.kind === 'floating-constant' && right.kind === 'floating-constant') {
    const value = floatingResult(operator, left.value, right.value);
    if (value !== null) return floatingConstant(value, type, span);
  }
  return inWidth({ kind: 'arithmetic', operator, left, right, type, span });
}

function floatingResult(operator: ArithmeticOperator, left: number, right: number): number | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return null;
  }
}

export function comparison(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  span: Span,
): Expression {
  if (isErrorExpression(left) || isErrorExpression(right)) return errorExpression(span);
  const known =
    left.kind === 'integer-constant' && right.kind === 'integer-constant'
      ? compare(operator, left.value, right.value)
      : left.kind === 'floating-constant' && right.kind === 'floating-constant'
        ? compare(operator, left.value, right.value)
        : null;
  if (known !== null) return integerConstant(known ? 1n : 0n, INT, span);
  return { kind: 'comparison', operator, left, right, type: INT, span };
}

function compare<T extends bigint | number>(operator: ComparisonOperator, a: T, b: T): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '==':
      return a === b;
    case '!=':
      return a !== b;
  }
}

export function negate(operand: Expression, span: Span): Expression {
  if (isErrorExpression(operand)) return errorExpression(span);
  if (operand.kind === 'integer-constant') {
    return integerConstant(-operand.value, operand.type, span);
  }
  if (operand.kind === 'floating-constant') {
    return floatingConstant(-operand.value, operand.type, span);
  }
  return inWidth({ kind: 'negate', operand, type: operand.type, span });
}

export function complement(operand: Expression, span: Span): Expression {
  if (isErrorExpression(operand)) return errorExpression(span);
  if (operand.kind === 'integer-constant') {
    return integerConstant(~operand.value, operand.type, span);
  }
  return inWidth({ kind: 'complement', operand, type: operand.type, span });
}

export function not(operand: Expression, span: Span): Expression {
  if (isErrorExpression(operand)) return errorExpression(span);
  const truth = constantTruth(operand);
  if (truth !== null) return integerConstant(truth ? 0n : 1n, INT, span);
  return { kind: 'not', operand, type: INT, span };
}

/** Whether a constant counts as true; null if the expression is no constant. */
export function constantTruth(value: Expression): boolean | null {
  if (isErrorExpression(value)) return null;
  if (value.kind === 'integer-constant') return value.value !== 0n;
  return value.kind === 'floating-constant' ? value.value !== 0 : null;
}

export function logical(
  operator: '&&' | '||',
  left: Expression,
  right: Expression,
  span: Span,
): Expression {
  if (isErrorExpression(left) || isErrorExpression(right)) return errorExpression(span);
  const a = constantTruth(left);
  const b = constantTruth(right);
  if (a !== null && b !== null) {
    return integerConstant((operator === '&&' ? a && b : a || b) ? 1n : 0n, INT, span);
  }
  return { kind: 'logical', operator, left, right, type: INT, span };
}

/** Branches already have the result's type. */
export function conditional(
  condition: Expression,
  then: Expression,
  otherwise: Expression,
  type: Type,
  span: Span,
): Expression {
  if ([condition, then, otherwise].some(isErrorExpression)) return errorExpression(span);
  const truth = constantTruth(condition);
  const constants = constantTruth(then) !== null && constantTruth(otherwise) !== null;
  if (truth !== null && constants) return { ...(truth ? then : otherwise), span };
  return { kind: 'conditional', condition, then, otherwise, type, span };
}
