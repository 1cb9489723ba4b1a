/**
 * Misspelt keywords at the beginning of statements: `whlie (x)`, `retrun 0;`, `elseif`. A name that is
 * declared is never taken for one, and what follows must fit the keyword.
 */
import { nearestWord } from '../spelling';
import type { Parser } from './parser';
import { closingDistance } from './recovery';
import { DECLARATION_KEYWORDS, STATEMENT_KEYWORDS } from './words';
import { replacing } from '../fixes';

/** What other languages write for `else if`. */
const ELSE_IF: ReadonlySet<string> = new Set(['elseif', 'elsif', 'elif', 'elseIf', 'ElseIf']);

const CANDIDATES: readonly string[] = [...STATEMENT_KEYWORDS];
const DECLARING: readonly string[] = [...DECLARATION_KEYWORDS].filter((word) =>
  /^[a-z]{3,}$/.test(word),
);

/** If a statement's first word is a misspelt keyword, reports it and reads it as the keyword. */
export function repairKeyword(parser: Parser): void {
  const { token } = parser;
  if (token.kind !== 'identifier' || parser.scopes.lookUp(token.text) !== null) return;
  const meant = nearestKeyword(parser, token.text);
  if (meant === null || meant === 'else' || !fits(parser, meant)) return;
  // `whlie x;` might as well be a declaration.
  if (nearestDeclaring(parser, token.text, meant)) return;
  replaceBy(parser, meant);
}

/** Names that are used without a declaration come many times. */
function nearestKeyword(parser: Parser, text: string): string | null {
  let nearest = parser.nearestKeywords.get(text);
  if (nearest === undefined) {
    nearest = nearestWord(text, CANDIDATES);
    parser.nearestKeywords.set(text, nearest);
  }
  return nearest;
}

function nearestDeclaring(parser: Parser, text: string, meant: string): boolean {
  if (meant === 'return' || parser.peek(1).kind !== 'identifier') return false;
  return nearestWord(text, DECLARING) !== null;
}

/** After an if statement: `esle`, `elseif`. Reads it as `else`, or as `else` before an `if`. */
export function repairElse(parser: Parser): 'else' | 'else-if' | null {
  const { token } = parser;
  if (token.kind !== 'identifier' || parser.scopes.lookUp(token.text) !== null) return null;
  const next = parser.peek(1);
  if (ELSE_IF.has(token.text) && next.text === '(') {
    parser.report('misspelt-keyword', token, `C has no '${token.text}'`, {
      hint: "write 'else if'",
      fix: replacing(token, token.text, 'else if'),
    });
    parser.replace('if', 'keyword');
    return 'else-if';
  }
  if (next.text !== '{' && next.kind !== 'keyword' && next.kind !== 'identifier') return null;
  if (nearestWord(token.text, ['else']) === null) return null;
  replaceBy(parser, 'else');
  return 'else';
}

function replaceBy(parser: Parser, keyword: string): void {
  const { token } = parser;
  parser.report('misspelt-keyword', token, `'${token.text}' is unknown here`, {
    hint: `did you mean '${keyword}'?`,
    fix: replacing(token, token.text, keyword),
  });
  parser.replace(keyword, 'keyword');
}

/** Whether what follows the next token could follow that keyword, and not a name. */
function fits(parser: Parser, keyword: string): boolean {
  const next = parser.peek(1);
  switch (keyword) {
    case 'if':
    case 'while':
    case 'switch':
      return next.text === '(' && bodyFollows(parser);
    case 'for':
      return next.text === '(' && (semicolonWithin(parser) || bodyFollows(parser));
    case 'do':
      return next.text === '{';
    case 'return':
      return (
        next.text === ';' ||
        (!next.startsLine &&
          (next.kind === 'number' || next.kind === 'identifier' || next.kind === 'string')) ||
        (next.text === '(' && parser.peek((closingDistance(parser, 1) ?? 0) + 1).text === ';')
      );
    case 'break':
    case 'continue':
      return next.text === ';';
    case 'case':
      return (
        (next.kind === 'number' || next.kind === 'character' || next.kind === 'identifier') &&
        parser.peek(2).text === ':'
      );
    case 'goto':
      return next.kind === 'identifier' && parser.peek(2).text === ';';
    default:
      return false;
  }
}

/** A ')' is followed by the beginning of a statement. */
function bodyFollows(parser: Parser): boolean {
  const close = closingDistance(parser, 1);
  if (close === null) return false;
  const after = parser.peek(close + 1);
  if (after.text === '{') return true;
  return (
    after.kind === 'identifier' || (after.kind === 'keyword' && STATEMENT_KEYWORDS.has(after.text))
  );
}

function semicolonWithin(parser: Parser): boolean {
  const close = closingDistance(parser, 1) ?? 0;
  for (let distance = 2; distance < close; distance += 1) {
    if (parser.peek(distance).text === ';') return true;
  }
  return false;
}
