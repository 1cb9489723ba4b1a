/**
 * Compound assignment, `++` and `--` of atomic objects: single read-modify-writes (C11 6.5.16.2:3).
 * What one intrinsic can't do is done as the standard's footnote 113 shows: the new value is computed
 * and put in place if the object still has the old one, else the same again.
 */
import type { Span } from '../source';
import { integerTypeOf, plain, pointerTo } from '../type-operations';
import type { Expression, Place, Statement } from '../typed-tree';
import { compareExchange, pointedObject, temporary, update } from './atomic-operations';
import type { Checker } from './checker';
import { type ArithmeticOperator, convert, errorExpression, isErrorExpression, not } from './fold';
import { addressOfPlace, loadPlace } from './operand';

interface AtomicUpdate {
  readonly operator: ArithmeticOperator;
  readonly right: Expression;
  readonly result: 'old' | 'new';
  /** The new value, of the place's type, from the old one and the right operand. */
  readonly combine: (old: Expression, right: Expression) => Expression;
  readonly span: Span;
}

const OPERATIONS = { '+': 'add', '-': 'sub', '&': 'and', '|': 'or', '^': 'xor' } as const;

export function atomicUpdate(
  checker: Checker,
  place: Place,
  { operator, right, result, combine, span }: AtomicUpdate,
): Expression {
  const { type } = place.type;
  const integer = integerTypeOf(type);
  const other = integerTypeOf(right.type);
  const operation = operationOf(operator);
  if (operation !== null && integer !== null && integer.name !== '_Bool' && other !== null) {
    return update(addressOfPlace(place), operation, right, type, result, span);
  }
  const { function: state } = checker;
  if (state === null) return errorExpression(span);
  const object = temporary(checker, pointerTo(plain(type)), span);
  const operand = temporary(checker, right.type, right.span);
  const old = temporary(checker, type, place.span);
  const wanted = temporary(checker, type, span);
  const changed = combine(old.value, right.kind === 'integer-constant' ? right : operand.value);
  if (isErrorExpression(changed)) return errorExpression(span);
  const step = (value: Expression): Statement => ({ kind: 'expression', value, span });
  const swap = compareExchange(object.value, old.address(), wanted.address(), type, span);
  return {
    kind: 'statement-expression',
    body: [
      step(operand.set(right)),
      step(object.set(convert(addressOfPlace(place), pointerTo(plain(type))))),
      step(old.set(loadPlace(pointedObject(object.value, type, span)))),
      {
        kind: 'loop',
        form: 'do',
        initial: [],
        condition: not(swap, span),
        step: null,
        body: step(wanted.set(changed)),
        block: state.newBlock(),
        span,
      },
    ],
    value: result === 'old' ? old.value : wanted.value,
    type,
    span,
  };
}

function operationOf(
  operator: ArithmeticOperator,
): (typeof OPERATIONS)[keyof typeof OPERATIONS] | null {
  return operator === '+' ||
    operator === '-' ||
    operator === '&' ||
    operator === '|' ||
    operator === '^'
    ? OPERATIONS[operator]
    : null;
}
