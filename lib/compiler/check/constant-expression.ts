/** Integer constant expressions where C demands one (C11 6.6:6), and _Static_assert (6.7.10). */
import type { StaticAssert, SyntaxExpression } from '../syntax-tree';
import { integerTypeOf } from '../type-operations';
import { type Checker, textOf } from './checker';
import { evaluateInteger } from './constants';
import { isErrorExpression } from './fold';
import { valueOf } from './operand';
import { aType } from './type-text';

/** The value; null after a report. `what` begins the sentence: "the size of the array 'a'". */
export function integerConstantExpression(
  checker: Checker,
  syntax: SyntaxExpression,
  what: string,
): bigint | null {
  const value = valueOf(checker.rules.operand(checker, syntax));
  if (isErrorExpression(value)) return null;
  if (integerTypeOf(value.type) === null) {
    checker.error(
      'constant-required',
      syntax.span,
      `${what} must be an integer, but this is ${aType(value.type)}`,
    );
    return null;
  }
  const known = evaluateInteger(value);
  if (known === null) {
    checker.error(
      'constant-required',
      syntax.span,
      `${what} must be a constant, but '${textOf(syntax.span)}' is known only when the program runs`,
      { hint: `use a number, a '#define' or an 'enum' constant` },
    );
  }
  return known;
}

export function checkStaticAssert(checker: Checker, assertion: StaticAssert): void {
  const value = integerConstantExpression(
    checker,
    assertion.condition,
    `the condition of '_Static_assert'`,
  );
  if (value !== 0n) return;
  checker.error(
    'static-assert',
    assertion.span,
    assertion.message === null
      ? `this assertion is false`
      : `this assertion is false: ${assertion.message}`,
  );
}
