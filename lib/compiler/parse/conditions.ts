/** What if, while, do, for and switch share: the condition in parentheses, and the body. */
import type { SyntaxExpression, SyntaxStatement } from '../syntax-tree';
import { errorExpression, type Parser } from './parser';
import { closingDistance, describe, expectClosing, placeOf, skipToClosing } from './recovery';

/** '(' expression ')' after a keyword */
export function parenthesizedCondition(parser: Parser, keyword: string): SyntaxExpression {
  const open = parser.takeIf('(');
  if (open === null) return withoutParentheses(parser, keyword);
  if (parser.sees(')')) {
    parser.report(
      'expected-expression',
      parser.token,
      `there is no condition between the parentheses of this '${keyword}'`,
      {
        hint: `write what is tested, as in ${keyword} (x > 0)`,
      },
    );
    parser.take();
    return errorExpression(open);
  }
  const condition = parser.grammar.expression(parser);
  if (!parser.failed()) expectClosing(parser, open, ')');
  if (parser.failed()) skipToClosing(parser);
  // BASIC's and Pascal's.
  if (parser.token.kind === 'identifier' && parser.sees('then')) {
    parser.report('made-up-word', parser.token, "C has no 'then'", { hint: 'remove it' });
    parser.take();
  }
  return condition;
}

/** `if x > 3 {`: the condition ends where the line or a '{' does. */
function withoutParentheses(parser: Parser, keyword: string): SyntaxExpression {
  parser.report(
    'expected-parenthesis',
    placeOf(parser),
    `expected '(' after '${keyword}', but there is ${describe(parser.token)}`,
    {
      hint: `put the condition in parentheses: ${keyword} (x > 3)`,
    },
  );
  if (parser.sees('{') || parser.token.startsLine) return errorExpression(parser.previous);
  parser.silenced += 1;
  const condition = parser.grammar.expression(parser);
  parser.silenced -= 1;
  if (parser.failed()) skipToClosing(parser);
  parser.takeIf(')');
  if (parser.sees('then') || parser.sees(':')) parser.take();
  return condition;
}

/** The statement that a keyword governs. A ';' alone before a block is hardly meant. */
export function body(parser: Parser, keyword: string): SyntaxStatement {
  const { token } = parser;
  if (keyword === 'if') parser.emptyIf = null;
  if (token.text === ';' && !token.startsLine && token.madeBy === null && keyword !== 'do') {
    if (keyword === 'if') parser.emptyIf = { file: token.file, start: token.start, end: token.end };
    if (parser.peek(1).text === '{' && !elseFollowsBlock(parser)) {
      parser.warn(
        'empty-body',
        token,
        `this ';' is the whole body of the '${keyword}': the block below does not belong to it`,
        {
          hint: "remove this ';'",
        },
      );
    }
  }
  if (token.text === '}' || token.kind === 'end') {
    parser.report(
      'expected-statement',
      parser.afterPrevious,
      `expected a statement for this '${keyword}', but there is ${describe(token)}`,
      {
        hint: "write a statement, or '{' and '}' with statements between them",
      },
    );
    return { kind: 'error', span: { file: token.file, start: token.start, end: token.end } };
  }
  return parser.grammar.statement(parser);
}

/** Then the `else` will be reported. */
function elseFollowsBlock(parser: Parser): boolean {
  const close = closingDistance(parser, 1);
  return close !== null && parser.peek(close + 1).text === 'else';
}
