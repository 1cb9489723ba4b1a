/**
 * Why a condition has the value that it has, for people: the part of it that decides, as text, and what
 * the variables in that part are.
 */
import { assertNever } from '../../abi/assert-never';
import { evaluate, numberText, type Evaluation } from '../../kernel/expressions/evaluate';
import type { Expression } from '../../kernel/expressions/parse';

export interface Reading {
  /** "ring->in" */
  readonly text: string;
  /** "3" */
  readonly value: string;
}

/** Of a condition that doesn't hold, the part that doesn't: of `a && b` the first that is false. */
export function failingPart(condition: Expression, evaluation: Evaluation): Expression {
  if (condition.kind !== 'binary' || condition.operator !== '&&') return condition;
  const { left, right } = condition;
  const truth = evaluate(left, evaluation);
  return failingPart(truth.kind === 'truth' && truth.value ? right : left, evaluation);
}

/** Each variable, member or element once, in the order of the text. */
export function readingsOf(expression: Expression, evaluation: Evaluation): readonly Reading[] {
  const readings = new Map<string, Reading>();
  for (const place of placesOf(expression)) {
    const text = expressionText(place);
    const value = numberText(place, evaluation);
    if (value !== null) readings.set(text, { text, value });
  }
  return [...readings.values()];
}

function* placesOf(expression: Expression): Generator<Expression> {
  switch (expression.kind) {
    case 'number':
      return;
    case 'name':
    case 'member':
    case 'element':
      yield expression;
      return;
    case 'unary':
      if (expression.operator === '*') yield expression;
      else yield* placesOf(expression.operand);
      return;
    case 'binary':
      yield* placesOf(expression.left);
      yield* placesOf(expression.right);
      return;
    case 'conditional':
      yield* placesOf(expression.condition);
      yield* placesOf(expression.then);
      yield* placesOf(expression.otherwise);
      return;
    default:
      assertNever(expression);
  }
}

/** As C writes it, with no more parentheses than are needed around operands. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'member':
      return `${operandText(expression.of)}${expression.arrow ? '->' : '.'}${expression.name}`;
    case 'element':
      return `${operandText(expression.of)}[${expressionText(expression.index)}]`;
    case 'unary':
      return `${expression.operator}${operandText(expression.operand)}`;
    case 'binary':
      return `${operandText(expression.left)} ${expression.operator} ${operandText(expression.right)}`;
    case 'conditional':
      return `${operandText(expression.condition)} ? ${operandText(expression.then)} : ${operandText(expression.otherwise)}`;
    default:
      return assertNever(expression);
  }
}

function operandText(expression: Expression): string {
  const text = expressionText(expression);
  return expression.kind === 'binary' || expression.kind === 'conditional' ? `(${text})` : text;
}
