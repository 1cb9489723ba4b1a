/** Relational and equality operators (C11 6.5.8, 6.5.9). */
import type { Span } from '../source';
import type { Expression } from '../typed-tree';
import { isInteger, isVoidPointer, pointerTo, plain, VOID } from '../type-operations';
import { type Checker, textOf } from './checker';
import { commonType, isNullPointerConstant, isStringLiteral } from './conversions';
import { type ComparisonOperator, comparison, convert, errorExpression } from './fold';
import { compatible } from './type-compatibility';
import { aType, typeText } from './type-text';
import { including, replacing, together, type ProposedFix } from '../fixes';

export function checkComparison(
  checker: Checker,
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  span: Span,
): Expression {
  const type = commonType(left, right);
  if (type !== null) {
    warnAlwaysSame(checker, operator, left, right, span);
    return comparison(operator, convert(left, type), convert(right, type), span);
  }
  warnHabits(checker, operator, left, right, span);
  if (left.type.kind === 'pointer' && right.type.kind === 'pointer') {
    return comparePointers(checker, operator, left, right, span);
  }
  const pointer = left.type.kind === 'pointer' ? left : right;
  const other = pointer === left ? right : left;
  if (pointer.type.kind === 'pointer' && isInteger(other.type)) {
    if (!isNullPointerConstant(other)) warnMixed(checker, pointer, other, span);
    return comparison(
      operator,
      convert(left, left === pointer ? left.type : pointer.type),
      convert(right, right === pointer ? right.type : pointer.type),
      span,
    );
  }
  const records = left.type.kind === 'record' && right.type.kind === 'record';
  checker.error(
    'invalid-operands',
    span,
    `'${operator}' can't compare '${typeText(left.type)}' and '${typeText(right.type)}'`,
    records ? { hint: `compare the members one by one` } : {},
  );
  return errorExpression(span);
}

/** `i >= 0` of an unsigned number: a loop that counts down never ends. */
function warnAlwaysSame(
  checker: Checker,
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  span: Span,
): void {
  if (operator !== '>=' && operator !== '<') return;
  if (right.kind !== 'integer-constant' || right.value !== 0n) return;
  if (left.kind !== 'load' || left.type.kind !== 'integer' || left.type.signed) return;
  checker.warning(
    'always-same',
    span,
    `'${textOf(left.span)}' is ${aType(left.type)}, which is never negative: this is always ${operator === '<' ? 'false' : 'true'}`,
    { hint: `give it the type 'int' if it must be able to go below 0` },
  );
}

function comparePointers(
  checker: Checker,
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  span: Span,
): Expression {
  const related =
    left.type.kind === 'pointer' &&
    right.type.kind === 'pointer' &&
    (compatible(left.type.to.type, right.type.to.type) ||
      isVoidPointer(left.type) ||
      isVoidPointer(right.type) ||
      isNullPointerConstant(left) ||
      isNullPointerConstant(right));
  if (!related) {
    checker.warning(
      'distinct-pointers',
      span,
      `this compares ${aType(left.type)} with ${aType(right.type)}: pointers to different types`,
    );
  }
  const common = related ? left.type : pointerTo(plain(VOID));
  return comparison(operator, left, convert(right, common), span);
}

function warnMixed(checker: Checker, pointer: Expression, other: Expression, span: Span): void {
  if (pointer.kind === 'function-address') return;
  if (isStringLiteral(pointer)) {
    const text = textOf(pointer.span);
    checker.warning(
      'pointer-integer-comparison',
      span,
      `this compares the address of the string ${text} with ${aType(other.type)}`,
      text.length === 3
        ? { hint: `one character is written in single quotes: '${text[1] ?? ''}'` }
        : {},
    );
    return;
  }
  const deref =
    pointer.type.kind === 'pointer' && isInteger(pointer.type.to.type)
      ? { hint: `put '*' in front to compare what it points to: '*${textOf(pointer.span)}'` }
      : {};
  checker.warning(
    'pointer-integer-comparison',
    span,
    `this compares the pointer '${textOf(pointer.span)}' ('${typeText(pointer.type)}') with a number ('${typeText(other.type)}')`,
    deref,
  );
}

/** `fork == 0` compares the function itself; `name == "abc"` compares addresses. */
function warnHabits(
  checker: Checker,
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  span: Span,
): void {
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (side.kind === 'function-address' && other.kind === 'integer-constant') {
      const { name } = side.symbol;
      checker.warning(
        'function-compared',
        side.span,
        `this compares the address of the function '${name}' itself, which is never ${other.value}; the function is not called`,
        { hint: `call it: '${name}()'`, fix: replacing(side.span, name, `${name}()`) },
      );
      return;
    }
  }
  const literal = isStringLiteral(left) ? left : isStringLiteral(right) ? right : null;
  const bothPointers = left.type.kind === 'pointer' && right.type.kind === 'pointer';
  if (literal !== null && bothPointers && !isNullPointerConstant(literal === left ? right : left)) {
    checker.warning(
      'string-comparison',
      span,
      `'${operator}' compares the addresses of the strings, not their characters`,
      {
        hint: `use strcmp() from <string.h>: it gives 0 when two strings are equal`,
        fix: comparedByCharacters(checker, operator, left, right, span),
      },
    );
  }
}

/** `a == "b"` as `strcmp(a, "b") == 0`. */
function comparedByCharacters(
  checker: Checker,
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
  span: Span,
): ProposedFix | null {
  const { text } = span.file;
  const [a, b] = [left.span, right.span].map(({ start, end }) => text.slice(start, end));
  const written = text.slice(span.start, span.end);
  if (left.span.end > right.span.start) return null;
  const call = `strcmp(${a ?? ''}, ${b ?? ''}) ${operator} 0`;
  const changed = replacing(span, written, call);
  const isDeclared = checker.scopes.lookup('strcmp') !== undefined;
  return isDeclared
    ? changed
    : together(`Write '${call}' and include <string.h>`, changed, including(span.file, 'string.h'));
}
