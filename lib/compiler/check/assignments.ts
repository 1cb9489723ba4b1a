/** `=`, compound assignment, `++` and `--` (C11 6.5.16, 6.5.2.4, 6.5.3.1). */
import type { Span } from '../source';
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression, Place } from '../typed-tree';
import { INT, hasConstMember, isArithmetic } from '../type-operations';
import { warnAllocation } from './allocation';
import { atomicUpdate } from './atomic-assignment';
import { type Checker, textOf } from './checker';
import {
  type Destination,
  convertForAssignment,
  promotedType,
  reportVoidValue,
} from './conversions';
import { arithmetic, convert, errorExpression, integerConstant, isErrorExpression } from './fold';
import { type Operand, operandType, rootVariable, valueOf, valueType } from './operand';
import { combine, operatorOf } from './operators';
import { addToPointer } from './pointers';
import { aType, typeText } from './type-text';

type Syntax<K extends SyntaxExpression['kind']> = Extract<SyntaxExpression, { kind: K }>;

export function checkAssignment(checker: Checker, syntax: Syntax<'assignment'>): Expression {
  const { span } = syntax;
  const target = checker.rules.operand(checker, syntax.left);
  const right = valueOf(checker.rules.operand(checker, syntax.right));
  const place = modifiable(checker, target, syntax.left, syntax.operator);
  if (place === null || isErrorExpression(right)) return errorExpression(span);
  const { type } = place.type;
  const destination = destinationOf(syntax.left.span, place);
  if (syntax.operator === '=') {
    const value = convertForAssignment(checker, right, type, destination);
    if (isErrorExpression(value)) return errorExpression(span);
    warnAllocation(checker, type, value);
    return { kind: 'assign', place, value, type: valueType(place), span };
  }
  if (right.type.kind === 'void') return reportVoidValue(checker, right);
  const operator = operatorOf(syntax.operator);
  const combineWith = (old: Expression, operand: Expression): Expression => {
    const combined = combine(checker, operator, old, operand, { span });
    if (isErrorExpression(combined)) return combined;
    return isArithmetic(combined.type) && isArithmetic(type)
      ? convert(combined, type)
      : convertForAssignment(checker, combined, type, destination);
  };
  if (place.type.atomic === true) {
    const change = { operator, right, result: 'new', combine: combineWith, span } as const;
    return atomicUpdate(checker, place, change);
  }
  const operation = combineWith(oldValue(place, syntax.left.span), right);
  if (isErrorExpression(operation)) return errorExpression(span);
  return { kind: 'update', place, operation, result: 'new', type: valueType(place), span };
}

export function checkStep(checker: Checker, syntax: Syntax<'step'>): Expression {
  const { span } = syntax;
  const target = checker.rules.operand(checker, syntax.operand);
  const place = modifiable(checker, target, syntax.operand, syntax.operator);
  if (place === null) return errorExpression(span);
  const { type } = place.type;
  const down = syntax.operator === '--';
  const one = integerConstant(1n, INT, span);
  const result = syntax.prefix ? 'new' : 'old';
  const combineWith = (old: Expression): Expression => {
    if (type.kind === 'pointer') return addToPointer(checker, old, one, down, span);
    const common = promotedType(old) ?? type;
    const operator = down ? '-' : '+';
    const sum = arithmetic(operator, convert(old, common), convert(one, common), common, span);
    return convert(sum, type);
  };
  if (type.kind !== 'pointer' && !isArithmetic(type)) {
    checker.error(
      'invalid-operands',
      span,
      `'${syntax.operator}' needs a number or a pointer, but '${textOf(syntax.operand.span)}' is ${aType(type)}`,
    );
    return errorExpression(span);
  }
  if (place.type.atomic === true) {
    const operator = down ? '-' : '+';
    return atomicUpdate(checker, place, {
      operator,
      right: one,
      result,
      combine: combineWith,
      span,
    });
  }
  const operation = combineWith(oldValue(place, syntax.operand.span));
  if (isErrorExpression(operation)) return errorExpression(span);
  return { kind: 'update', place, operation, result, type: valueType(place), span };
}

/** A bit-field's value is promoted by its width, so its old value shows the place's width. */
function oldValue(place: Place, span: Span): Expression {
  const type = valueType(place);
  const old: Expression = { kind: 'old-value', type, span };
  const promoted = promotedType({ kind: 'load', place, type, span });
  const bits = place.kind === 'member' && place.bits !== undefined;
  return bits && promoted !== null ? convert(old, promoted) : old;
}

export function destinationOf(span: Span, place: Place): Destination {
  const name = textOf(span);
  const root =
    place.kind === 'local' ? place.variable : place.kind === 'static' ? place.symbol : null;
  return {
    expects: (target) => `'${name}' has type '${typeText(target)}'`,
    ...(root === null || root.span.file.origin === 'library'
      ? {}
      : { declared: { message: `'${root.name}' is declared here`, span: root.span } }),
  };
}

/** The place that may be written to (a modifiable lvalue, C11 6.3.2.1:1); null after a report. */
function modifiable(
  checker: Checker,
  target: Operand,
  syntax: SyntaxExpression,
  operator: string,
): Place | null {
  const { type } = operandType(target);
  if (type.kind === 'error') return null;
  if (target.kind !== 'place' || !target.lvalue) {
    reportNoLvalue(checker, target, syntax, operator);
    return null;
  }
  const { place } = target;
  const name = textOf(syntax.span);
  if (type.kind === 'array') {
    const characters = type.of.type.kind === 'integer' && type.of.type.bytes === 1;
    checker.error(
      'array-assignment',
      syntax.span,
      `'${name}' is an array, and an array can't be ${operator === '=' ? 'assigned to' : `changed by '${operator}'`} as a whole`,
      {
        hint: characters
          ? `copy the characters with strcpy() or snprintf()`
          : `assign its elements one by one, or copy them with memcpy()`,
      },
    );
    return null;
  }
  if (type.kind === 'void') {
    checker.error(
      'void-value',
      syntax.span,
      `'${name}' has no type (void): nothing can be stored in it`,
    );
    return null;
  }
  if (place.type.const || (type.kind === 'record' && hasConstMember(type))) {
    reportConst(checker, place, name, syntax.span);
    return null;
  }
  if (type.kind === 'record' && !type.complete) {
    checker.error(
      'incomplete-type',
      syntax.span,
      `the members of '${typeText(type)}' aren't known here`,
    );
    return null;
  }
  return place;
}

function reportConst(checker: Checker, place: Place, name: string, span: Span): void {
  const root = rootVariable(place) ?? (place.kind === 'static' ? place.symbol : null);
  checker.error(
    'assignment-to-const',
    span,
    `'${name}' can't be changed: it is const`,
    root === null || root.name === ''
      ? {}
      : { related: [{ message: `'${root.name}' is declared here`, span: root.span }] },
  );
}

function reportNoLvalue(
  checker: Checker,
  target: Operand,
  syntax: SyntaxExpression,
  operator: string,
): void {
  const name = textOf(syntax.span);
  const verb = operator === '=' ? 'be assigned to' : `be changed by '${operator}'`;
  if (target.kind === 'function') {
    checker.error('not-assignable', syntax.span, `'${name}' is a function: it can't ${verb}`);
    return;
  }
  const comparisonInside =
    syntax.kind === 'binary' && (syntax.operator === '&&' || syntax.operator === '||');
  checker.error(
    'not-assignable',
    syntax.span,
    `'${name}' can't ${verb}: it is a value, not a variable`,
    comparisonInside || syntax.kind === 'integer' || syntax.kind === 'call'
      ? { hint: `write '==' to compare` }
      : {},
  );
}
