/**
 * Names used as types that no typedef declares: a missing header, a misspelt keyword, a missing
 * `struct`. The parser must see that a declaration was meant, say so, and go on as if it were one.
 */
import type { Token } from '../lex/token';
import { nearestWord } from '../spelling';
import { FOREIGN_TYPES, HEADER_OF_TYPE } from './type-hints';
import type { Parser } from './parser';
import { DECLARATION_KEYWORDS, TYPE_KEYWORDS } from './words';
import { including, replacing } from '../fixes';

const AFTER_DECLARED_NAME: ReadonlySet<string> = new Set([';', '=', ',', '[', ')', '(', ':']);

/** Whether the next token is the name of a type, as far as the scopes know. */
export function isTypedefName(parser: Parser, token: Token): boolean {
  if (token.kind !== 'identifier') return false;
  const use = parser.scopes.lookUp(token.text);
  return use === 'typedef' || use === 'unknown-type';
}

/**
 * Whether an undeclared identifier `distance` tokens ahead stands as a type would: `pid_t x`, `FILE *f`.
 */
export function looksLikeType(parser: Parser, distance = 0): boolean {
  const token = parser.peek(distance);
  if (token.kind !== 'identifier' || parser.scopes.lookUp(token.text) !== null) return false;
  let at = distance + 1;
  const next = parser.peek(at);
  if (next.kind === 'identifier') {
    // On another line it is more likely that a ';' is missing.
    return !next.startsLine || HEADER_OF_TYPE.has(token.text);
  }
  if (next.kind === 'keyword') return TYPE_KEYWORDS.has(next.text) && !next.startsLine;
  if (next.text !== '*') return false;
  while (parser.peek(at).text === '*' || parser.peek(at).text === 'const') at += 1;
  return parser.peek(at).kind === 'identifier' && AFTER_DECLARED_NAME.has(parser.peek(at + 1).text);
}

/** Whether `(name)` or `(name *)` ahead is a type in parentheses, its '(' `distance` tokens ahead. */
export function looksLikeParenthesizedType(
  parser: Parser,
  distance: number,
  cast: boolean,
): boolean {
  const token = parser.peek(distance + 1);
  if (token.kind !== 'identifier' || parser.scopes.lookUp(token.text) !== null) return false;
  let at = distance + 2;
  while (parser.peek(at).text === '*') at += 1;
  if (parser.peek(at).text !== ')') return false;
  if (at > distance + 2 || HEADER_OF_TYPE.has(token.text)) return true;
  const after = parser.peek(at + 1);
  if (!cast) return nearestKeyword(token) !== null;
  return (
    (after.kind === 'identifier' || after.kind === 'number' || after.kind === 'string') &&
    !after.startsLine
  );
}

function nearestKeyword(token: Token): string | null {
  if (HEADER_OF_TYPE.has(token.text) || FOREIGN_TYPES.has(token.text)) return null;
  return nearestWord(
    token.text,
    [...DECLARATION_KEYWORDS].filter((word) => /^[a-z]{3,}$/.test(word)),
  );
}

/**
 * Reports the next token as an unknown type. If it is clear what was meant the token is replaced by
 * that; else it is from now on a type of which nothing is known.
 */
export function reportUnknownType(parser: Parser): void {
  const { token } = parser;
  const { text } = token;
  const message = `unknown type name '${text}'`;
  const code = 'unknown-type';
  const header = HEADER_OF_TYPE.get(text);
  const foreign = FOREIGN_TYPES.get(text);
  const tag = parser.scopes.tagKind(text);
  const keyword = nearestKeyword(token);
  if (header !== undefined) {
    parser.report(code, token, message, {
      hint: `write #include <${header}> at the top of the file`,
      fix: including(token.file, header),
    });
  } else if (foreign !== undefined) {
    parser.report(code, token, message, { hint: foreign });
    if (parser.peek(2).text === '(') parser.failing = true;
  } else if (tag !== undefined) {
    parser.report(code, token, message, {
      hint: `write ${tag} ${text}: the tag alone is no type`,
      fix: replacing(token, text, `${tag} ${text}`),
    });
  } else if (keyword !== null) {
    parser.report(code, token, message, {
      hint: `did you mean '${keyword}'?`,
      fix: replacing(token, text, keyword),
    });
    return parser.replace(keyword, 'keyword');
  } else {
    const near = nearestWord(text, [...parser.scopes.typedefNames(), ...HEADER_OF_TYPE.keys()]);
    parser.report(code, token, message, {
      hint:
        near === null
          ? 'check its spelling, or declare it above with typedef or struct'
          : `did you mean '${near}'?`,
      fix: near === null ? null : replacing(token, text, near),
    });
    if (near !== null && parser.scopes.lookUp(near) === 'typedef')
      return parser.replace(near, 'identifier');
  }
  parser.scopes.declareInFile(text, 'unknown-type');
}
