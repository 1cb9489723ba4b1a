/** Warnings about conditions and operators that are valid C but seldom what was meant. */
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression } from '../typed-tree';
import { type Checker, textOf } from './checker';
import { isErrorExpression } from './fold';
import { insertingAfter, insertingBefore, replacing, together } from '../fixes';

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
    const { left, right } = syntax;
    if (
      isPlainBinary(right) &&
      COMPARISONS.includes(right.operator) &&
      right.left.kind === 'call'
    ) {
      const call = textOf(right.left.span);
      const rest = `${right.operator} ${textOf(right.right.span)}`;
      checker.warning(
        'assignment-in-condition',
        syntax.operatorSpan,
        `'${right.operator}' binds tighter than '=': '${textOf(left.span)}' becomes the 0 or 1 of '${call} ${rest}', not what '${call}' returns`,
        {
          hint: `put the assignment in parentheses: '(${textOf(left.span)} = ${call}) ${rest}'`,
          fix: together(
            'Put the assignment in parentheses',
            insertingBefore(left.span, '('),
            insertingAfter(right.left.span, ')'),
          ),
        },
      );
      return;
    }
    checker.warning(
      'assignment-in-condition',
      syntax.operatorSpan,
      `'=' assigns: this ${when} stores a value and then tests it`,
      {
        hint: `write '==' to compare; if you do mean to assign, put the assignment in one more pair of parentheses`,
        fix: replacing(syntax.operatorSpan, '=', '=='),
      },
    );
    return;
  }
  warnLogicalOperand(checker, value);
}

const COMPARISONS: readonly string[] = ['<', '>', '<=', '>=', '==', '!='];

/** `2 ^ 8` and `10 ^ 3`: written as numbers, not bits. */
export function warnPower(checker: Checker, syntax: Binary & Pick<SyntaxExpression, 'span'>): void {
  const { operator, left, right, span } = syntax;
  if (operator !== '^' || left.kind !== 'integer' || right.kind !== 'integer') return;
  if (!left.decimal || !right.decimal || (left.value !== 2n && left.value !== 10n)) return;
  checker.warning(
    'xor-as-power',
    span,
    `'^' is the exclusive or of bits: '${textOf(span)}' is ${left.value ^ right.value}, no power`,
    {
      hint:
        left.value === 2n && right.value < 63n
          ? `write '1${right.value > 30n ? 'L' : ''} << ${right.value}'`
          : `write the number itself, or use pow() of <math.h>`,
    },
  );
}

/** `x == 1 || 2`: a number that is no truth value as one side. */
export function warnConstantOperand(checker: Checker, syntax: Binary): void {
  const { left, right, operator } = syntax;
  if (right.kind !== 'integer' || right.value < 2n || !isPlainBinary(left)) return;
  if (left.operator !== '==' && left.operator !== '!=') return;
  const text = textOf(right.span);
  checker.warning(
    'constant-operand',
    right.span,
    `'${text}' alone is always true: nothing is compared with it`,
    { hint: `write '${textOf(left.left.span)} ${left.operator} ${text}' after '${operator}'` },
  );
}

/** A function as a truth is always true. Strings are too, but customary: `assert(ok && "message")`. */
export function warnLogicalOperand(checker: Checker, value: Expression): void {
  if (value.kind === 'function-address') {
    const { name } = value.symbol;
    checker.warning(
      'function-as-condition',
      value.span,
      `'${name}' without parentheses is the address of the function, which is always true; the function is not called`,
      { hint: `call it: '${name}()'`, fix: replacing(value.span, name, `${name}()`) },
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
