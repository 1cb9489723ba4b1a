/** Statements without effect: `if (x);`, `x == 5;`, `f;`. */
import type { SyntaxExpression, SyntaxStatement } from '../syntax-tree';
import type { Expression } from '../typed-tree';
import { type Checker, textOf } from './checker';
import { isErrorExpression } from './fold';
import { insertingAfter, removing, replacing } from '../fixes';

/** `if (x);` on one line with its condition. */
export function warnEmptyBody(
  checker: Checker,
  body: SyntaxStatement,
  statement: 'if' | 'while' | 'for',
  hasElse: boolean,
): void {
  if (body.kind !== 'empty' || hasElse) return;
  if (statement !== 'if' && !followedByBlock(body) && !followedByIndented(body)) return;
  checker.warning(
    'empty-body',
    body.span,
    `this ';' ends the '${statement}': what follows does not belong to it`,
    { hint: `remove the ';'`, fix: removing(body.span) },
  );
}

/** `while (...);` alone waits; with a block behind it the ';' is a slip. */
function followedByBlock({ span }: SyntaxStatement): boolean {
  return /^\s*\{/.test(span.file.text.slice(span.end, span.end + 200));
}

/** The statement on the next line is indented more than the loop's line: it was meant to be its body. */
function followedByIndented({ span }: SyntaxStatement): boolean {
  const { text } = span.file;
  const line = text.slice(text.lastIndexOf('\n', span.start) + 1, span.end);
  const next = /^[ \t]*\n([ \t]*)[^\s}]/.exec(text.slice(span.end, span.end + 200));
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return /^\s*(for|while)\b/.test(line) && next !== null && (next[1] ?? '').length > indent;
}

export function warnUnusedValue(
  checker: Checker,
  syntax: SyntaxExpression,
  value: Expression,
): void {
  if (isErrorExpression(value) || value.type.kind === 'void') return;
  const { span } = syntax;
  switch (syntax.kind) {
    case 'name':
      if (value.kind === 'function-address') {
        checker.warning(
          'unused-value',
          span,
          `'${textOf(span)}' without parentheses does not call the function`,
          {
            hint: `write '${textOf(span)}();'`,
            fix: insertingAfter(span, '()'),
          },
        );
      } else report(checker, span);
      return;
    case 'binary':
      if (syntax.operator === '==') {
        checker.warning('unused-value', span, `'==' only compares, and the result is not used`, {
          hint: `write '=' to assign`,
          fix: replacing(syntax.operatorSpan, '==', '='),
        });
      } else if (syntax.operator !== '&&' && syntax.operator !== '||') report(checker, span);
      return;
    case 'integer':
    case 'floating':
    case 'character':
    case 'string':
    case 'index':
    case 'member':
      report(checker, span);
      return;
    case 'comma':
      warnUnusedValue(checker, syntax.right, value);
      return;
    case 'unary':
      if (syntax.operator === '*' && syntax.operand.kind === 'step') {
        checker.warning(
          'unused-value',
          span,
          `this moves the pointer and looks at nothing: '${textOf(syntax.operand.span)}' is done first`,
          { hint: `to change what it points to write '(*p)++'` },
        );
      } else report(checker, span);
      return;
    default:
      return;
  }
}

function report(checker: Checker, span: SyntaxExpression['span']): void {
  checker.warning('unused-value', span, `'${textOf(span)}' has no effect: its value is not used`);
}
