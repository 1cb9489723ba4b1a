/** `?:`, the comma operator and _Generic (C11 6.5.15, 6.5.17, 6.5.1.1). */
import type { Span } from '../source';
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression } from '../typed-tree';
import type { QualifiedType, Type } from '../types';
import { VOID, isInteger, isVoidPointer, pointerTo } from '../type-operations';
import type { Checker } from './checker';
import { commonType, isNullPointerConstant, requireScalar } from './conversions';
import { conditional, convert, errorExpression, isErrorExpression } from './fold';
import { warnCondition } from './habits';
import { type Operand, errorOperand, operandType, valueOf } from './operand';
import { compatible, composite } from './type-compatibility';
import { aType, typeText } from './type-text';

type Syntax<K extends SyntaxExpression['kind']> = Extract<SyntaxExpression, { kind: K }>;

export function checkConditional(checker: Checker, syntax: Syntax<'conditional'>): Expression {
  const { span } = syntax;
  const raw = valueOf(checker.rules.operand(checker, syntax.condition));
  warnCondition(checker, syntax.condition, raw, 'condition');
  const condition = requireScalar(checker, raw, `the condition of '?:'`);
  const then =
    syntax.then === null ? condition : valueOf(checker.rules.operand(checker, syntax.then));
  const otherwise = valueOf(checker.rules.operand(checker, syntax.otherwise));
  if ([condition, then, otherwise].some(isErrorExpression)) return errorExpression(span);
  const type = resultType(checker, then, otherwise, span);
  if (type === null) return errorExpression(span);
  const b = convert(otherwise, type);
  if (syntax.then === null) {
    return { kind: 'elvis', value: convert(condition, type), otherwise: b, type, span };
  }
  return conditional(condition, convert(then, type), b, type, span);
}

function resultType(
  checker: Checker,
  then: Expression,
  otherwise: Expression,
  span: Span,
): Type | null {
  const common = commonType(then, otherwise);
  if (common !== null) return common;
  const a = then.type;
  const b = otherwise.type;
  // GNU C lets one side alone be void.
  if (a.kind === 'void' || b.kind === 'void') return VOID;
  if (a.kind === 'record' && compatible(a, b)) return a;
  if (a.kind === 'pointer' && b.kind === 'pointer') {
    return pointerResult(checker, then, otherwise, a.to, b.to, span);
  }
  if (a.kind === 'pointer' && isInteger(b)) {
    if (!isNullPointerConstant(otherwise)) warnMixed(checker, a, b, span);
    return a;
  }
  if (b.kind === 'pointer' && isInteger(a)) {
    if (!isNullPointerConstant(then)) warnMixed(checker, a, b, span);
    return b;
  }
  checker.error(
    'conditional-types',
    span,
    `the two values of '?:' don't fit together: one is ${aType(a)}, the other ${aType(b)}`,
  );
  return null;
}

function pointerResult(
  checker: Checker,
  then: Expression,
  otherwise: Expression,
  a: QualifiedType,
  b: QualifiedType,
  span: Span,
): Type {
  if (isNullPointerConstant(then)) return otherwise.type;
  if (isNullPointerConstant(otherwise)) return then.type;
  const qualifiers = { const: a.const || b.const, volatile: a.volatile || b.volatile };
  if (isVoidPointer(then.type) || isVoidPointer(otherwise.type)) {
    return pointerTo({ type: VOID, ...qualifiers });
  }
  if (a.atomic === b.atomic && compatible(a.type, b.type)) {
    const atomic = a.atomic === undefined ? {} : { atomic: a.atomic };
    return pointerTo({ type: composite(a.type, b.type), ...qualifiers, ...atomic });
  }
  checker.warning(
    'conditional-types',
    span,
    `the two values of '?:' are pointers to different types: '${typeText(then.type)}' and '${typeText(otherwise.type)}'`,
  );
  return pointerTo({ type: VOID, ...qualifiers });
}

function warnMixed(checker: Checker, a: Type, b: Type, span: Span): void {
  checker.warning(
    'conditional-types',
    span,
    `one value of '?:' is a pointer and the other a number: '${typeText(a)}' and '${typeText(b)}'`,
  );
}

export function checkComma(checker: Checker, syntax: Syntax<'comma'>): Expression {
  const left = valueOf(checker.rules.operand(checker, syntax.left));
  const right = valueOf(checker.rules.operand(checker, syntax.right));
  if (isErrorExpression(left) || isErrorExpression(right)) return errorExpression(syntax.span);
  return { kind: 'comma', left, right, type: right.type, span: syntax.span };
}

/** The association whose type fits the controlling expression after lvalue conversion. */
export function checkGeneric(checker: Checker, syntax: Syntax<'generic'>): Operand {
  const control = checker.withoutEvaluation(() =>
    valueOf(checker.rules.operand(checker, syntax.control)),
  );
  let chosen: SyntaxExpression | null = null;
  let fallback: SyntaxExpression | null = null;
  for (const { type, value } of syntax.associations) {
    if (type === null) {
      fallback = value;
      continue;
    }
    const candidate = checker.rules.typeName(checker, type);
    const fits =
      !candidate.const &&
      !candidate.volatile &&
      candidate.atomic === undefined &&
      compatible(control.type, candidate.type);
    if (fits && chosen === null) chosen = value;
    else checker.withoutEvaluation(() => checker.rules.operand(checker, value));
  }
  if (isErrorExpression(control)) return errorOperand(syntax.span);
  const result = chosen ?? fallback;
  if (result === null) {
    checker.error(
      'no-association',
      syntax.span,
      `no case of '_Generic' is for the type '${typeText(control.type)}'`,
      { hint: `add 'default: ...'` },
    );
    return errorOperand(syntax.span);
  }
  const operand = checker.rules.operand(checker, result);
  // An association is an expression of its own, not a place for another type.
  return operandType(operand).type.kind === 'error' ? errorOperand(syntax.span) : operand;
}
