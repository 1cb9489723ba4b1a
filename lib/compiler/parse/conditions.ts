/** What if, while, do, for and switch share: the condition in parentheses, and the body. */
import type { SyntaxExpression, SyntaxStatement } from '../syntax-tree';
import { errorExpression, type Parser } from './parser';
import { closingDistance, describe, expectClosing, placeOf, skipToClosing } from './recovery';
import { removing } from '../fixes';

/** '(' expression ')' after a keyword */
export function parenthesizedCondition(parser: Parser, keyword: string): SyntaxExpression {
  const openAt = parser.at;
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
  if (parser.failed()) skipToClosing(parser, openAt);
  else skipRestOfCondition(parser, keyword);
  // BASIC's and Pascal's.
  if (parser.token.kind === 'identifier' && parser.sees('then')) {
    parser.report('made-up-word', parser.token, "C has no 'then'", {
      hint: 'remove it',
      fix: removing(parser.token),
    });
    parser.take();
  }
  return condition;
}

const CONTINUES_CONDITION: ReadonlySet<string> = new Set('&& || == != < > <= >= ) ]'.split(' '));

/** `if (a) && (b) {`: the rest up to the body is reported and read over. */
function skipRestOfCondition(parser: Parser, keyword: string): void {
  const { token } = parser;
  if (token.startsLine || !CONTINUES_CONDITION.has(token.text)) return;
  parser.report(
    'condition-continues',
    token,
    `the condition of this '${keyword}' ends before '${token.text}', where its parentheses are closed`,
    {
      hint:
        token.text === ')' || token.text === ']'
          ? `remove '${token.text}', or write the bracket that it belongs to`
          : `put parentheses around the whole condition: ${keyword} ((a > 1) ${token.text} (b > 2))`,
    },
  );
  while (!parser.atEnd && !parser.sees('{') && !parser.sees(';') && !parser.token.startsLine) {
    parser.take();
  }
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

/** The statement that a keyword governs. */
export function body(parser: Parser, keyword: string): SyntaxStatement {
  const { token } = parser;
  if (keyword === 'if') parser.emptyIf = null;
  if (keyword === 'if' && token.text === ';' && token.madeBy === null) {
    parser.emptyIf = { file: token.file, start: token.start, end: token.end };
    if (elseFollowsBlock(parser)) {
      parser.take();
      return { kind: 'error', span: parser.emptyIf };
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
  parser.blockOfIf = keyword === 'if' ? token : null;
  return parser.grammar.statement(parser);
}

/** `if (x); { ... } else`: the `else` will be reported, so check/ need not talk about the ';'. */
function elseFollowsBlock(parser: Parser): boolean {
  const close = closingDistance(parser, 1);
  return parser.peek(1).text === '{' && close !== null && parser.peek(close + 1).text === 'else';
}
