/**
 * Integer constants that code generation sees through: what check/ folded, and arithmetic of such
 * constants that C doesn't oblige it to fold (`-1`, `2 * N + 1`, `(char)65`). Signed overflow and
 * division by zero are left to run time, where they are reported.
 */
import type { Expression } from '../typed-tree';
import { fitsInteger, integerTypeOf, isInteger, wrapInteger } from '../type-operations';
import type { Type } from '../types';

/** Value in its type's range; null when it isn't a constant. Pointers: as unsigned 64 bits. */
export function constantValue(expression: Expression): bigint | null {
  switch (expression.kind) {
    case 'integer-constant':
      return expression.value;
    case 'convert': {
      if (!isIntegral(expression.type) || !isIntegral(expression.operand.type)) return null;
      const value = constantValue(expression.operand);
      return value === null ? null : wrapTo(value, expression.type);
    }
    case 'negate':
      return unary(expression.operand, expression.type, (value) => -value);
    case 'complement':
      return unary(expression.operand, expression.type, (value) => ~value);
    case 'arithmetic': {
      const right = constantValue(expression.right);
      if (right === null) return null;
      const left = constantValue(expression.left);
      if (left === null) return null;
      const value = combine(expression.operator, left, right);
      return value === null ? null : checked(value, expression.type);
    }
    default:
      return null;
  }
}

/** The constant as a 32-bit immediate of a 32-bit value; null if it isn't one. */
export function constant32(expression: Expression): number | null {
  const value = constantValue(expression);
  return value === null ? null : Number(BigInt.asIntN(32, value));
}

/** A 64-bit constant that a sign-extended 32-bit immediate can express. */
export function smallConstant64(expression: Expression): number | null {
  const value = constantValue(expression);
  if (value === null) return null;
  const signed = BigInt.asIntN(64, value);
  return signed === BigInt.asIntN(32, signed) ? Number(signed) : null;
}

function isIntegral(type: Type): boolean {
  return isInteger(type) || type.kind === 'pointer';
}

function wrapTo(value: bigint, type: Type): bigint {
  const integer = integerTypeOf(type);
  return integer === null ? BigInt.asUintN(64, value) : wrapInteger(value, integer);
}

function unary(
  operand: Expression,
  type: Type,
  operation: (value: bigint) => bigint,
): bigint | null {
  if (!isInteger(type)) return null;
  const value = constantValue(operand);
  return value === null ? null : checked(operation(value), type);
}

/** Unsigned wraps; signed overflow isn't folded. */
function checked(value: bigint, type: Type): bigint | null {
  const integer = integerTypeOf(type);
  if (integer === null) return null;
  if (integer.signed && !fitsInteger(value, integer)) return null;
  return wrapInteger(value, integer);
}

function combine(operator: string, left: bigint, right: bigint): bigint | null {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    default:
      return null;
  }
}
