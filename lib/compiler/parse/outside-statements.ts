/** Statements outside of functions: most often a '}' too many closed the function above. */
import { beginsDeclaration } from './declarations';
import { functionHeadAhead } from './function-ahead';
import type { Parser } from './parser';
import { beginsExpression } from './primary-expressions';
import { describe, inFirstColumn, skipStatement } from './recovery';
import { STATEMENT_KEYWORDS } from './words';
import { replacing } from '../fixes';

/** Reports the statement that comes next, and reads over all that follow it, up to a '}' or a declaration. */
export function skipOutsideStatements(parser: Parser): void {
  const { token, lastFunction } = parser;
  const isStatement =
    beginsExpression(token) || (token.kind === 'keyword' && STATEMENT_KEYWORDS.has(token.text));
  if (!isStatement) {
    parser.fail(
      'expected-declaration',
      token,
      `expected a declaration or a function, but there is ${describe(token)}`,
      {
        hint: 'outside of functions there are only declarations and functions',
      },
    );
    if (parser.token === token) parser.take();
    return;
  }
  parser.report('statement-outside', token, 'this statement stands outside of every function', {
    hint:
      lastFunction === null
        ? 'put it into a function, as int main(void) { ... }'
        : `put it into a function; perhaps one '}' too many closes '${lastFunction.name}' above`,
    related:
      lastFunction === null
        ? []
        : [{ message: `function '${lastFunction.name}' ends here`, span: lastFunction.end }],
  });
  // `point { int x; };`: nobody shall miss `struct point`.
  if (parser.peek(1).text === '{') parser.scopes.brokenTags.add(token.text);
  parser.silenced += 1;
  parser.enclosing = { name: lastFunction?.name ?? '', definition: token };
  while (!parser.atEnd && !parser.sees('}')) {
    const at = parser.at;
    if (beginsDeclaration(parser)) {
      if (inFirstColumn(parser.token) || functionHeadAhead(parser)) break;
      skipStatement(parser);
    } else parser.grammar.statement(parser);
    if (parser.failed()) skipStatement(parser);
    if (parser.closesAll()) break;
    if (parser.at === at) parser.take();
  }
  // The '}' that was meant to close the function.
  if (lastFunction !== null || inFirstColumn(parser.token)) parser.takeIf('}');
  parser.enclosing = null;
  parser.unwinding = false;
  parser.failing = false;
  parser.silenced -= 1;
}

const DIRECTIVES: ReadonlySet<string> = new Set(['include', 'define', 'ifdef', 'ifndef', 'endif']);

/** `include <stdio.h>`: the line is reported and read over. */
export function directiveWithoutHash(parser: Parser): boolean {
  const { token } = parser;
  const next = parser.peek(1);
  if (!DIRECTIVES.has(token.text) || !token.startsLine) return false;
  if (
    token.text !== 'endif' &&
    next.text !== '<' &&
    next.kind !== 'string' &&
    next.kind !== 'identifier'
  ) {
    return false;
  }
  parser.report('missing-hash', token, `a line for the preprocessor begins with '#'`, {
    hint: `write #${token.text}`,
    fix: replacing(token, token.text, `#${token.text}`),
  });
  do parser.take();
  while (!parser.atEnd && !parser.token.startsLine);
  return true;
}
