/** `_Static_assert`, C11 6.7.10; the message may be left out, as gcc allows. */
import { readStringLiterals } from '../lex/text-literal';
import type { Token } from '../lex/token';
import type { StaticAssert } from '../syntax-tree';
import { errorExpression, type Parser } from './parser';
import { describe, expectClosing, expectSemicolon } from './recovery';

/** static_assert-declaration (6.7.10) */
export function staticAssert(parser: Parser): StaticAssert {
  const first = parser.take();
  const open = parser.takeIf('(');
  if (open === null) {
    parser.fail(
      'expected-parenthesis',
      parser.token,
      `expected '(' after '_Static_assert', but there is ${describe(parser.token)}`,
      {
        hint: 'write it as _Static_assert(sizeof(int) == 4, "int has 4 bytes");',
      },
    );
    return { condition: errorExpression(first), message: null, span: parser.spanFrom(first) };
  }
  const condition = parser.grammar.conditionalExpression(parser);
  let message: string | null = null;
  if (!parser.failed() && parser.takeIf(',') !== null) {
    const tokens: Token[] = [];
    while (parser.token.kind === 'string') tokens.push(parser.take());
    if (tokens.length > 0) {
      const { units } = readStringLiterals(tokens, parser.diagnostics);
      message = units.map((unit) => (unit < 128 ? String.fromCharCode(unit) : '?')).join('');
    }
  }
  expectClosing(parser, open, ')');
  if (!parser.failed()) expectSemicolon(parser, 'this assertion');
  return { condition, message, span: parser.spanFrom(first) };
}
