/** Missing punctuation: said where it belongs, then read as if it were there. And skipping, where it isn't clear what was meant. */
import type { Token } from '../lex/token';
import { positionAt, type Span } from '../source';
import type { Parser } from './parser';
import { DECLARATION_KEYWORDS, STATEMENT_KEYWORDS } from './words';
import { insertingAfter } from '../fixes';

/** A token as a message names it. */
export function describe(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end of the file';
    case 'keyword':
      return `the keyword '${token.text}'`;
    case 'number':
      return `the number ${shortened(token.text)}`;
    case 'string':
      return `the text ${shortened(token.text)}`;
    case 'identifier':
    case 'character':
    case 'punctuator':
    case 'stray':
      return token.kind === 'character' ? shortened(token.text) : `'${shortened(token.text)}'`;
  }
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 20)}...` : text;
}

/** ... with the place to blame for an unexpected token: itself, or the end of the line before it. */
export function placeOf(parser: Parser): Span {
  const { token } = parser;
  return token.kind === 'end' || token.startsLine ? parser.afterPrevious : token;
}

function lineOf(span: Span): number {
  return positionAt(span.file, span.start).line;
}

/** Whether something new begins here, so that what came before must have ended. */
function beginsSomething(parser: Parser): boolean {
  const { token } = parser;
  return (
    token.startsLine ||
    token.kind === 'end' ||
    token.text === '}' ||
    (token.kind === 'keyword' &&
      (STATEMENT_KEYWORDS.has(token.text) || DECLARATION_KEYWORDS.has(token.text)))
  );
}

/** ';' after a statement or declaration; `after` names it: "this statement". */
export function expectSemicolon(parser: Parser, after: string): void {
  if (parser.takeIf(';') !== null || parser.failed() || parser.closesAll()) return;
  const { token, previous } = parser;
  if (token.madeBy !== null && token.text === '=') {
    return parser.fail(
      'macro-with-equals',
      token,
      `macro '${token.madeBy.name}' brings a '=' with it`,
      {
        hint: `write #define ${token.madeBy.name} without '=': the macro stands for all that follows its name`,
      },
    );
  }
  if (token.text === ')' || token.text === ']') {
    parser.report('unmatched-closing', token, `this '${token.text}' closes nothing`, {
      hint: `remove it, or write the '${token.text === ')' ? '(' : '['}' that it belongs to`,
    });
    parser.take();
    if (parser.takeIf(';') === null && !beginsSomething(parser)) parser.failing = true;
    return;
  }
  const call =
    token.kind === 'identifier' && ['(', '=', '++', '--', '['].includes(parser.peek(1).text);
  if (beginsSomething(parser) || call || token.text === '{') {
    parser.report('expected-semicolon', parser.afterPrevious, `expected ';' after ${after}`, {
      hint: token.startsLine
        ? `put ';' at the end of line ${lineOf(previous)}`
        : `put ';' after '${shortened(previous.text)}'`,
      fix: insertingAfter(previous, ';'),
    });
    return;
  }
  parser.fail(
    'expected-semicolon',
    token,
    `expected ';' after ${after}, but there is ${describe(token)}`,
    {
      hint:
        previous.kind === 'identifier' && token.kind === 'identifier'
          ? `put an operator or ';' between '${shortened(previous.text)}' and '${shortened(token.text)}'`
          : `put ';' before it, or remove it`,
    },
  );
}

/** What cannot stand between brackets, so that they must have ended before it. */
const ENDS_BRACKETS: ReadonlySet<string> = new Set([';', '{', '=']);

/** The bracket that closes `open`, if it is there; else its absence is reported. */
export function expectClosing(parser: Parser, open: Token, closing: ')' | ']' | '}'): Token | null {
  const taken = parser.takeIf(closing);
  if (taken !== null || parser.failed()) return taken;
  const { token } = parser;
  const related = [{ message: `the '${open.text}' is here`, span: open }];
  if (token.madeBy !== null && token.text === ';') {
    parser.report(
      'macro-with-semicolon',
      token,
      `macro '${token.madeBy.name}' brings a ';' with it`,
      {
        hint: `remove the ';' at the end of #define ${token.madeBy.name}`,
      },
    );
    parser.take();
    parser.takeIf(closing);
    return null;
  }
  const message = `expected '${closing}' to close this '${open.text}'`;
  if (beginsSomething(parser) || ENDS_BRACKETS.has(token.text)) {
    parser.report('expected-closing', parser.afterPrevious, message, {
      hint: `put '${closing}' after '${shortened(parser.previous.text)}'`,
      fix: insertingAfter(parser.previous, closing),
      related,
    });
  } else {
    parser.fail('expected-closing', token, `${message}, but there is ${describe(token)}`, {
      hint:
        closing === ')' && token.kind !== 'punctuator'
          ? `put ',' or an operator before it, or ')'`
          : `put '${closing}' before it, or remove it`,
      related,
    });
  }
  return null;
}

/**
 * After an error in a statement: to behind its ';', or to what looks like the beginning of another one.
 */
export function skipStatement(parser: Parser): void {
  skip(parser, false);
  parser.takeIf(';');
  parser.failing = false;
}

/**
 * After an error between parentheses: to behind the ')', or to where they must have ended. `openAt` is
 * the index of the '(', if it is known.
 */
export function skipToClosing(parser: Parser, openAt: number | null = null): void {
  const close = openAt === null ? null : closingDistance(parser, openAt - parser.at);
  if (close !== null && close >= 0 && parser.peek(close).text === ')') {
    for (let left = close; left > 0; left -= 1) parser.take();
  } else skip(parser, true);
  parser.takeIf(')');
  parser.failing = false;
}

/** After an error in one of the parts of a for: to its ';', if there is one; then all is well again. */
export function skipForPart(parser: Parser): void {
  skip(parser, true);
  if (parser.takeIf(';') !== null) parser.failing = false;
}

/** Behind these a '{' begins a list of values, not a block. */
const BEFORE_LIST: ReadonlySet<string> = new Set(['=', ',']);

function skip(parser: Parser, stopAtClosing: boolean): void {
  let nesting = 0;
  const from = parser.at;
  while (!parser.atEnd) {
    const { token } = parser;
    if (token.text === '(' || token.text === '[') nesting += 1;
    else if (token.text === ')' || token.text === ']') {
      if (nesting === 0 && stopAtClosing && token.text === ')') return;
      nesting = Math.max(0, nesting - 1);
    } else if (token.text === '{' && BEFORE_LIST.has(parser.previous.text)) {
      for (let left = closingDistance(parser, 0) ?? 0; left > 0; left -= 1) parser.take();
    } else if (token.text === '{' || token.text === '}') return;
    else if (token.text === ';' && (nesting === 0 || parser.peek(1).startsLine)) return;
    else if (
      parser.at > from &&
      token.startsLine &&
      token.kind === 'keyword' &&
      (STATEMENT_KEYWORDS.has(token.text) || DECLARATION_KEYWORDS.has(token.text))
    ) {
      return;
    }
    parser.take();
  }
}

/** Index distance of the bracket that closes the one at `distance`; null if none is near. */
export function closingDistance(parser: Parser, distance: number): number | null {
  const TOKENS_MAX = 2_000;
  let nesting = 0;
  for (let at = distance; at < distance + TOKENS_MAX; at += 1) {
    const token = parser.peek(at);
    if (token.kind === 'end') return null;
    if (token.text === '(' || token.text === '[' || token.text === '{') nesting += 1;
    else if (token.text === ')' || token.text === ']' || token.text === '}') {
      nesting -= 1;
      if (nesting <= 0) return at;
    }
  }
  return null;
}

/** First column of its line. */
export function inFirstColumn(token: Token): boolean {
  return (
    token.startsLine && (token.start === 0 || token.file.text.charCodeAt(token.start - 1) === 10)
  );
}
