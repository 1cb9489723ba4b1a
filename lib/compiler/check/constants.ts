/**
 * Constant expressions (C11 6.6): values known before the program runs. Arithmetic was folded when the
 * tree was made; here are address constants and operators that skip an operand.
 */
import { sizeOf } from '../type-layout';
import type { Expression, Place, StaticSymbol } from '../typed-tree';
import { integerTypeOf, wrapInteger } from '../type-operations';
import { constantTruth } from './fold';

/** `symbol` null never happens: an address without an object is an integer. */
export type ConstantValue =
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'floating'; readonly value: number }
  | { readonly kind: 'address'; readonly symbol: StaticSymbol; readonly addend: bigint };

/** The value of an arithmetic or address constant expression; null if it is none. */
export function evaluate(expression: Expression): ConstantValue | null {
  if (expression.type.kind === 'error') return null;
  switch (expression.kind) {
    case 'integer-constant':
      return { kind: 'integer', value: expression.value };
    case 'floating-constant':
      return { kind: 'floating', value: expression.value };
    case 'function-address':
      return { kind: 'address', symbol: expression.symbol, addend: 0n };
    case 'address-of':
      return evaluateAddress(expression.place);
    case 'convert':
      return evaluateConversion(expression);
    case 'pointer-offset':
      return evaluateOffset(expression);
    case 'pointer-difference':
      return evaluateDifference(expression);
    case 'arithmetic':
      return evaluateSum(expression);
    case 'conditional': {
      const truth = evaluateTruth(expression.condition);
      if (truth === null) return null;
      return evaluate(truth ? expression.then : expression.otherwise);
    }
    case 'logical': {
      const left = evaluateTruth(expression.left);
      if (left === null) return null;
      if (left === (expression.operator === '||')) return truthValue(left);
      const right = evaluateTruth(expression.right);
      return right === null ? null : truthValue(right);
    }
    case 'not': {
      const truth = evaluateTruth(expression.operand);
      return truth === null ? null : truthValue(!truth);
    }
    default:
      return null;
  }
}

/** The value of an integer constant expression (C11 6.6:6); null if it is none. */
export function evaluateInteger(expression: Expression): bigint | null {
  if (integerTypeOf(expression.type) === null) return null;
  const value = evaluate(expression);
  return value?.kind === 'integer' ? value.value : null;
}

function truthValue(truth: boolean): ConstantValue {
  return { kind: 'integer', value: truth ? 1n : 0n };
}

/** An object's or function's address is never null. */
function evaluateTruth(expression: Expression): boolean | null {
  const known = constantTruth(expression);
  if (known !== null) return known;
  const value = evaluate(expression);
  if (value === null) return null;
  if (value.kind === 'address') return true;
  return value.kind === 'integer' ? value.value !== 0n : value.value !== 0;
}

function evaluateAddress(place: Place): ConstantValue | null {
  switch (place.kind) {
    case 'static':
      return place.symbol.threadLocal
        ? null
        : { kind: 'address', symbol: place.symbol, addend: 0n };
    case 'member':
      return moved(evaluateAddress(place.base), BigInt(place.offset));
    case 'pointed':
      return evaluate(place.pointer);
    default:
      return null;
  }
}

function moved(value: ConstantValue | null, bytes: bigint): ConstantValue | null {
  if (value === null || value.kind === 'floating') return null;
  if (value.kind === 'address') return { ...value, addend: value.addend + bytes };
  return { kind: 'integer', value: BigInt.asUintN(64, value.value + bytes) };
}

function evaluateConversion(expression: Extract<Expression, { kind: 'convert' }>) {
  const value = evaluate(expression.operand);
  if (value === null) return null;
  const { type } = expression;
  if (value.kind === 'address') {
    return (type.kind === 'pointer' || type.kind === 'integer') && sizeOf(type) === 8
      ? value
      : null;
  }
  if (value.kind === 'floating') return null;
  const integer = integerTypeOf(type);
  if (integer !== null) {
    return { kind: 'integer' as const, value: wrapInteger(value.value, integer) };
  }
  return type.kind === 'pointer' ? value : null;
}

function evaluateOffset(expression: Extract<Expression, { kind: 'pointer-offset' }>) {
  const index = evaluateInteger(expression.index);
  if (index === null) return null;
  const bytes = index * BigInt(expression.elementBytes);
  return moved(evaluate(expression.pointer), expression.subtract ? -bytes : bytes);
}

function evaluateDifference(
  expression: Extract<Expression, { kind: 'pointer-difference' }>,
): ConstantValue | null {
  const left = evaluate(expression.left);
  const right = evaluate(expression.right);
  if (left?.kind === 'integer' && right?.kind === 'integer') {
    return quotient(left.value - right.value, expression.elementBytes);
  }
  if (left?.kind !== 'address' || right?.kind !== 'address') return null;
  if (left.symbol !== right.symbol) return null;
  return quotient(left.addend - right.addend, expression.elementBytes);
}

function quotient(bytes: bigint, elementBytes: number): ConstantValue | null {
  if (elementBytes === 0) return null;
  return { kind: 'integer', value: BigInt.asIntN(64, bytes) / BigInt(elementBytes) };
}

/** An address as a 64-bit integer plus or minus a constant. */
function evaluateSum(expression: Extract<Expression, { kind: 'arithmetic' }>) {
  if (expression.operator !== '+' && expression.operator !== '-') return null;
  const left = evaluate(expression.left);
  const right = evaluate(expression.right);
  if (left?.kind === 'address' && right?.kind === 'integer') {
    return moved(left, expression.operator === '+' ? right.value : -right.value);
  }
  if (left?.kind === 'integer' && right?.kind === 'address' && expression.operator === '+') {
    return moved(right, left.value);
  }
  return null;
}
