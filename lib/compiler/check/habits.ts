/** Warnings about conditions and operators that are valid C but seldom what was meant. */
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression } from '../typed-tree';
import { type Checker, textOf } from './checker';
import { isErrorExpression } from './fold';

type Binary = Extract<SyntaxExpression, { kind: 'binary' }>;

/** `if (x = 1)`, `if (fork)`, `while ("yes")`; `when` names the statement. */
export function warnCondition(
  checker: Checker,
  syntax: SyntaxExpression,
  value: Expression,
  when: string,
): void {
  if (isErrorExpression(value)) return;
  if (syntax.kind === 'assignment' && syntax.operator === '=' && syntax.parenthesized !== true) {
    checker.warning(
      'assignment-in-condition',
      syntax.operatorSpan,
      `'=' assigns: this ${when} stores a value and then tests it`,
      {
        hint: `write '==' to compare; if you do mean to assign, put the assignment in one more pair of parentheses`,
      },
    );
    return;
  }
  warnLogicalOperand(checker, value);
}

/** A function as a truth is always true. Strings are too, but customary: `assert(ok && "message")`. */
export function warnLogicalOperand(checker: Checker, value: Expression): void {
  if (value.kind === 'function-address') {
    const { name } = value.symbol;
    checker.warning(
      'function-as-condition',
      value.span,
      `'${name}' without parentheses is the address of the function, which is always true; the function is not called`,
      { hint: `call it: '${name}()'` },
    );
  }
}

/** `a < b < c` and `flags & 1 == 0`. */
export function warnConfusedPrecedence(checker: Checker, syntax: Binary): void {
  const comparisons = ['<', '>', '<=', '>='];
  if (comparisons.includes(syntax.operator)) {
    const { left } = syntax;
    if (isPlainBinary(left) && comparisons.includes(left.operator)) {
      checker.warning(
        'chained-comparison',
        syntax.span,
        `'${textOf(left.span)}' gives 0 or 1, and that is compared with '${textOf(syntax.right.span)}'`,
        {
          hint: `write '${textOf(left.span)} && ${textOf(left.right.span)} ${syntax.operator} ${textOf(syntax.right.span)}'`,
        },
      );
    }
    return;
  }
  if (syntax.operator !== '&' && syntax.operator !== '|' && syntax.operator !== '^') return;
  for (const side of [syntax.left, syntax.right]) {
    if (isPlainBinary(side) && [...comparisons, '==', '!='].includes(side.operator)) {
      const comparison = side.operator;
      checker.warning(
        'operator-precedence',
        syntax.span,
        `'${comparison}' binds tighter than '${syntax.operator}': '${textOf(side.span)}' is computed first`,
        {
          hint: `put parentheses around the '${syntax.operator}' part, or write '${syntax.operator}${syntax.operator}' if a condition is meant`,
        },
      );
      return;
    }
  }
}

function isPlainBinary(
  syntax: SyntaxExpression,
): syntax is Binary & { readonly span: SyntaxExpression['span'] } {
  return syntax.kind === 'binary' && syntax.parenthesized !== true;
}
