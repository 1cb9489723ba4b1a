/** Pointer arithmetic (C11 6.5.6:8-9) and sizes that only the run knows (6.5.3.4:2). */
import { sizeOf } from '../type-layout';
import type { Span } from '../source';
import type { Expression, LocalVariable } from '../typed-tree';
import type { Type } from '../types';
import {
  LONG,
  PTRDIFF_T,
  SIZE_T,
  UNSIGNED_LONG,
  isIncomplete,
  isVariableLength,
  plain,
} from '../type-operations';
import type { Checker } from './checker';
import { promote } from './conversions';
import { arithmetic, convert, errorExpression, integerConstant } from './fold';
import { compatible } from './type-compatibility';
import { aType, typeText } from './type-text';

/** `pointer` plus or minus `index` elements; the element's type must be known. */
export function addToPointer(
  checker: Checker,
  pointer: Expression,
  index: Expression,
  subtract: boolean,
  span: Span,
): Expression {
  if (pointer.type.kind !== 'pointer') return errorExpression(span);
  const element = pointer.type.to.type;
  if (element.kind === 'error') return errorExpression(span);
  if (!hasSize(element)) {
    checker.error(
      'incomplete-type',
      pointer.span,
      `this pointer can't be moved: the members of '${typeText(element)}' aren't known here, so its size isn't either`,
    );
    return errorExpression(span);
  }
  if (isVariableLength(element)) {
    const bytes = arithmetic(
      '*',
      convert(promote(index), LONG),
      convert(sizeExpression(element, span), LONG),
      LONG,
      span,
    );
    return {
      kind: 'pointer-offset',
      pointer,
      index: bytes,
      elementBytes: 1,
      subtract,
      type: pointer.type,
      span,
    };
  }
  return {
    kind: 'pointer-offset',
    pointer,
    index: promote(index),
    elementBytes: sizeOf(element),
    subtract,
    type: pointer.type,
    span,
  };
}

/** void and functions count 1, as in GNU C. */
function hasSize(type: Type): boolean {
  return type.kind === 'void' || !isIncomplete(type);
}

export function pointerDifference(
  checker: Checker,
  left: Expression,
  right: Expression,
  span: Span,
): Expression {
  if (left.type.kind !== 'pointer' || right.type.kind !== 'pointer') return errorExpression(span);
  const element = left.type.to.type;
  if (!compatible(element, right.type.to.type)) {
    checker.error(
      'invalid-operands',
      span,
      `the distance between ${aType(left.type)} and ${aType(right.type)} has no meaning: they point to different types`,
    );
    return errorExpression(span);
  }
  if (!hasSize(element)) {
    checker.error(
      'incomplete-type',
      span,
      `these pointers can't be subtracted: the size of '${typeText(element)}' isn't known here`,
    );
    return errorExpression(span);
  }
  if (isVariableLength(element)) {
    const bytes: Expression = {
      kind: 'pointer-difference',
      left,
      right,
      elementBytes: 1,
      type: PTRDIFF_T,
      span,
    };
    return arithmetic('/', bytes, convert(sizeExpression(element, span), LONG), PTRDIFF_T, span);
  }
  return {
    kind: 'pointer-difference',
    left,
    right,
    elementBytes: Math.max(1, sizeOf(element)),
    type: PTRDIFF_T,
    span,
  };
}

/** The size of a complete type: a constant, or a product with the lengths of its arrays. */
export function sizeExpression(type: Type, span: Span): Expression {
  if (type.kind !== 'array' || !isVariableLength(type)) {
    return integerConstant(BigInt(sizeOf(type)), SIZE_T, span);
  }
  const variable = lengthOf(type.length);
  const count: Expression =
    variable === null
      ? integerConstant(BigInt(type.count ?? 0), UNSIGNED_LONG, span)
      : {
          kind: 'load',
          place: { kind: 'local', variable, type: plain(UNSIGNED_LONG), span },
          type: UNSIGNED_LONG,
          span,
        };
  return arithmetic('*', count, sizeExpression(type.of.type, span), SIZE_T, span);
}

/** The hidden local that holds the element count of a variable-length array. */
function lengthOf(length: { readonly variable: unknown } | undefined): LocalVariable | null {
  const variable = length?.variable;
  return isLocalVariable(variable) ? variable : null;
}

function isLocalVariable(value: unknown): value is LocalVariable {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'local';
}
