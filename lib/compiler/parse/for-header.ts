/** The parts of a for statement, C11 6.8.5.3, and the repair of ',' for ';' between them. */
import type { Token } from '../lex/token';
import type { SyntaxDeclaration, SyntaxExpression } from '../syntax-tree';
import { beginsDeclaration, declaration } from './declarations';
import type { Parser } from './parser';
import { beginsExpression } from './primary-expressions';
import { describe, expectClosing, placeOf, skipForPart, skipToClosing } from './recovery';
import { removing } from '../fixes';

export interface ForHeader {
  readonly initial: SyntaxDeclaration | SyntaxExpression | null;
  readonly condition: SyntaxExpression | null;
  readonly step: SyntaxExpression | null;
}

/** '(' ... ')' of a for statement. The parser stands behind `for`. */
export function forHeader(parser: Parser): ForHeader {
  const open = parser.takeIf('(') ?? openingIsMissing(parser);
  if (open === null) return { initial: null, condition: null, step: null };
  repairSeparators(parser);
  let initial: ForHeader['initial'] = null;
  if (parser.sees(';')) parser.take();
  else if (beginsDeclaration(parser)) initial = declaration(parser);
  else {
    initial = parser.grammar.expression(parser);
    expectSeparator(parser, 'first');
  }
  if (parser.failed()) resumePart(parser, 1);
  const condition = parser.failed() || parser.sees(';') ? null : parser.grammar.expression(parser);
  expectSeparator(parser, 'second');
  if (parser.failed()) resumePart(parser, 0);
  const step = parser.failed() || parser.sees(')') ? null : parser.grammar.expression(parser);
  if (!parser.failed() && parser.sees(';') && parser.peek(1).text === ')') {
    parser.report('for-separators', parser.token, "there is no ';' after the third part of a for", {
      hint: "remove this ';'",
      fix: removing(parser.token),
    });
    parser.take();
  }
  if (parser.failed()) skipToClosing(parser);
  else if (expectClosing(parser, open, ')') === null && parser.failed()) skipToClosing(parser);
  return { initial, condition, step };
}

/**
 * A ';' that is missing before the next part is read as if it were there; `left` tells how many then
 * follow. Else skips to the ';' that is there.
 */
function resumePart(parser: Parser, left: number): void {
  const close = closingAhead(parser);
  let semicolons = 0;
  for (let distance = 0; distance < (close ?? 0); distance += 1) {
    if (parser.peek(distance).text === ';') semicolons += 1;
  }
  if (close !== null && semicolons === left && beginsExpression(parser.token))
    parser.failing = false;
  else skipForPart(parser);
}

/** `for int i = 0; i < n; i++) {`: reported, and read as if '(' were there. */
function openingIsMissing(parser: Parser): Token | null {
  const place = parser.previous;
  const { token } = parser;
  parser.report(
    'expected-parenthesis',
    placeOf(parser),
    `expected '(' after 'for', but there is ${describe(token)}`,
    { hint: 'write it as for (int i = 0; i < 10; i++)' },
  );
  parser.failing = token.startsLine || token.text === '{';
  return parser.failed() ? null : place;
}

function expectSeparator(parser: Parser, which: 'first' | 'second'): void {
  if (parser.failed() || parser.takeIf(';') !== null) return;
  parser.fail(
    'for-separators',
    parser.token,
    `expected ';' after the ${which} part of this for, but there is ${describe(parser.token)}`,
    { hint: "a for has three parts with ';' between them: for (int i = 0; i < 10; i++)" },
  );
}

/** `for (i = 0, i < n, i++)`: if there are too few ';' and commas in their place, reads those as ';'. */
function repairSeparators(parser: Parser): void {
  const close = closingAhead(parser);
  if (close === null) return;
  const semicolons: number[] = [];
  const commas: number[] = [];
  let nesting = 0;
  for (let distance = 0; distance < close; distance += 1) {
    const { text } = parser.peek(distance);
    if (text === '(' || text === '[' || text === '{') nesting += 1;
    else if (text === ')' || text === ']' || text === '}') nesting -= 1;
    else if (nesting === 0 && text === ';') semicolons.push(distance);
    else if (nesting === 0 && text === ',') commas.push(distance);
  }
  const missing = 2 - semicolons.length;
  if (missing <= 0 || commas.length === 0) return;
  // `for (i = 0, j = 9; i < j; ...)` has its two; with one ';' the part with the comparison tells.
  const replaced = commas.length >= missing ? commas.slice(-missing) : [];
  const first = replaced[0];
  if (first === undefined) return;
  parser.report(
    'for-separators',
    parser.peek(first),
    "the three parts of a for are separated by ';', not by ','",
    {
      hint: 'write it as for (int i = 0; i < 10; i++)',
    },
  );
  for (const distance of replaced) parser.replace(';', 'punctuator', distance);
}

/** The ')' of the header, the parser standing behind its '('. A '{' ends the search. */
function closingAhead(parser: Parser): number | null {
  const TOKENS_MAX = 500;
  let nesting = 0;
  for (let distance = 0; distance < TOKENS_MAX; distance += 1) {
    const token = parser.peek(distance);
    if (token.kind === 'end' || (nesting === 0 && token.text === '{')) return null;
    if (token.text === '(' || token.text === '[' || token.text === '{') nesting += 1;
    else if (token.text === ')' || token.text === ']' || token.text === '}') {
      if (nesting === 0) return token.text === ')' ? distance : null;
      nesting -= 1;
    }
  }
  return null;
}
