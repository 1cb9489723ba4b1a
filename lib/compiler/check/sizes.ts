/** sizeof, _Alignof and offsetof (C11 6.5.3.4, 7.19:3). */
import { alignOf } from '../type-layout';
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression, LocalVariable } from '../typed-tree';
import type { QualifiedType, Type } from '../types';
import { INT, SIZE_T, VOID, isIncomplete, isInteger, plain, pointerTo } from '../type-operations';
import { memberPlace } from './access';
import type { Checker } from './checker';
import { arithmetic, convert, errorExpression, integerConstant } from './fold';
import { type Operand, operandType, valueOf } from './operand';
import { sizeExpression } from './pointers';
import { compatible } from './type-compatibility';
import { typeText } from './type-text';
import type { Span } from '../source';

type Syntax<K extends SyntaxExpression['kind']> = Extract<SyntaxExpression, { kind: K }>;

export function checkSizeofExpression(
  checker: Checker,
  syntax: Syntax<'sizeof-expression'>,
): Expression {
  const operand = checker.withoutEvaluation(() => checker.rules.operand(checker, syntax.operand));
  const { type } = operandType(operand);
  if (operand.kind === 'place' && operand.place.kind === 'member' && operand.place.bits) {
    checker.error('sizeof-bit-field', syntax.span, `'sizeof' can't measure a bit-field`);
    return errorExpression(syntax.span);
  }
  if (operand.kind === 'place' && operand.place.kind === 'local') {
    warnArrayParameter(checker, operand.place.variable, syntax.span);
  }
  const size = sizeOfType(checker, type, syntax.span);
  if (type.kind === 'pointer') checker.pointerSizes.set(size, type);
  return size;
}

function warnArrayParameter(checker: Checker, variable: LocalVariable, span: Span): void {
  if (!checker.arrayParameters.has(variable)) return;
  checker.warning(
    'sizeof-array-parameter',
    span,
    `'${variable.name}' is a parameter, so it is only a pointer to the array: this is 8, not the array's size`,
    {
      hint: `pass the number of elements as one more parameter`,
      related: [{ message: `'${variable.name}' is declared here`, span: variable.span }],
    },
  );
}

export function checkSizeofType(checker: Checker, syntax: Syntax<'sizeof-type'>): Expression {
  return checker.computedInPlace(() => {
    const { type } = checker.rules.typeName(checker, syntax.type);
    return sizeOfType(checker, type, syntax.span);
  });
}

function sizeOfType(checker: Checker, type: Type, span: Span): Expression {
  if (type.kind === 'error') return errorExpression(span);
  if (type.kind === 'void' || type.kind === 'function') return integerConstant(1n, SIZE_T, span);
  if (isIncomplete(type)) {
    checker.error(
      'incomplete-type',
      span,
      `the size of '${typeText(type)}' isn't known here: ${type.kind === 'array' ? 'its number of elements was not given' : 'it was only declared'}`,
    );
    return errorExpression(span);
  }
  return sizeExpression(type, span);
}

export function checkAlignof(checker: Checker, syntax: Syntax<'alignof'>): Expression {
  const { of, span } = syntax;
  const bytes =
    of.kind === 'type-name'
      ? alignmentOfType(checker.rules.typeName(checker, of))
      : alignmentOfObject(
          checker,
          checker.withoutEvaluation(() => checker.rules.operand(checker, of)),
        );
  if (bytes === null) return errorExpression(span);
  return integerConstant(BigInt(bytes), SIZE_T, span);
}

function alignmentOfType({ type, alignment }: QualifiedType): number | null {
  return type.kind === 'error' ? null : (alignment ?? alignOf(type));
}

function alignmentOfObject(checker: Checker, operand: Operand): number | null {
  const asked =
    operand.kind !== 'place'
      ? undefined
      : operand.place.kind === 'local'
        ? operand.place.variable.alignment
        : operand.place.kind === 'static'
          ? checker.alignments.get(operand.place.symbol)
          : undefined;
  const type = alignmentOfType(operandType(operand));
  return type === null ? null : Math.max(type, asked ?? 1);
}

/** GNU's `__builtin_types_compatible_p`: qualifiers at the top don't count (C11 6.2.7). */
export function checkTypesCompatible(
  checker: Checker,
  syntax: Syntax<'types-compatible'>,
): Expression {
  const left = checker.rules.typeName(checker, syntax.left);
  const right = checker.rules.typeName(checker, syntax.right);
  return integerConstant(compatible(left.type, right.type) ? 1n : 0n, INT, syntax.span);
}

/** The offset of a member path: constant unless an index in it isn't. */
export function checkOffsetof(checker: Checker, syntax: Syntax<'offsetof'>): Expression {
  const { span } = syntax;
  let type: QualifiedType = checker.rules.typeName(checker, syntax.type);
  let offset: Expression = integerConstant(0n, SIZE_T, span);
  for (const step of syntax.path) {
    if (type.type.kind === 'error') return errorExpression(span);
    if (step.kind === 'member') {
      if (type.type.kind !== 'record') {
        checker.error(
          'not-a-record',
          step.member.span,
          `'${typeText(type)}' has no members: 'offsetof' needs a structure or union`,
        );
        return errorExpression(span);
      }
      const nowhere = {
        kind: 'pointed' as const,
        pointer: integerConstant(0n, pointerTo(plain(VOID)), span),
        type,
        span,
      };
      const place = memberPlace(checker, nowhere, type.type, step.member, span);
      if (place === null) return errorExpression(span);
      let bytes = 0;
      for (let at = place; at.kind === 'member'; at = at.base) bytes += at.offset;
      offset = arithmetic('+', offset, integerConstant(BigInt(bytes), SIZE_T, span), SIZE_T, span);
      type = place.type;
    } else {
      const index = valueOf(checker.rules.operand(checker, step.index));
      if (type.type.kind !== 'array' || !isInteger(index.type)) {
        if (index.type.kind !== 'error') {
          checker.error('not-an-array', index.span, `'[...]' can't be used here in 'offsetof'`);
        }
        return errorExpression(span);
      }
      const bytes = arithmetic(
        '*',
        convert(index, SIZE_T),
        sizeExpression(type.type.of.type, span),
        SIZE_T,
        span,
      );
      offset = arithmetic('+', offset, bytes, SIZE_T, span);
      type = type.type.of;
    }
  }
  return offset;
}
