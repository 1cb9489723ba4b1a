/**
 * How far a condition is from being true: of `a && b` both distances, of `a || b` the smaller one, of a
 * comparison how much one side would have to change. 0: it is true.
 */
import { evaluate, numberText, type Evaluation } from '../../kernel/expressions/evaluate';
import type { Expression } from '../../kernel/expressions/parse';

export function distanceTo(condition: Expression, evaluation: Evaluation): number {
  const truth = evaluate(condition, evaluation);
  if (truth.kind !== 'truth') return Infinity;
  if (truth.value) return 0;
  if (condition.kind !== 'binary') return 1;
  const { operator, left, right } = condition;
  switch (operator) {
    case '&&':
      // What the first guards may not be there to be asked, so the second counts as missing.
      return (
        distanceTo(left, evaluation) +
        (isTrue(left, evaluation) ? distanceTo(right, evaluation) : missing(right, evaluation))
      );
    case '||':
      return Math.min(distanceTo(left, evaluation), distanceTo(right, evaluation));
    case '==':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return between(left, right, evaluation);
    default:
      return 1;
  }
}

function isTrue(condition: Expression, evaluation: Evaluation): boolean {
  const truth = evaluate(condition, evaluation);
  return truth.kind === 'truth' && truth.value;
}

function missing(condition: Expression, evaluation: Evaluation): number {
  const distance = distanceTo(condition, evaluation);
  return distance === Infinity ? 1 : distance;
}

function between(left: Expression, right: Expression, evaluation: Evaluation): number {
  const difference = Math.abs(
    Number(numberText(left, evaluation)) - Number(numberText(right, evaluation)),
  );
  return Number.isNaN(difference) ? 1 : Math.max(1, difference);
}
