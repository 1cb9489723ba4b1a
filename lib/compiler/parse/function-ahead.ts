/** Looking ahead: does a function definition begin here? */
import type { Parser } from './parser';
import { closingDistance } from './recovery';
import { DECLARATION_KEYWORDS } from './words';

const SPECIFIERS_MAX = 12;

/** `type name(...) {` begins at the next token. */
export function functionDefinitionAhead(parser: Parser): boolean {
  const name = functionNameDistance(parser);
  if (name === null) return false;
  const close = closingDistance(parser, name + 1);
  return close !== null && parser.peek(close + 1).text === '{';
}

/** `type name(` begins at the next token: a definition or a prototype. */
export function functionHeadAhead(parser: Parser): boolean {
  return functionNameDistance(parser) !== null;
}

function functionNameDistance(parser: Parser): number | null {
  for (let distance = 0; distance < SPECIFIERS_MAX; distance += 1) {
    const token = parser.peek(distance);
    if (token.kind === 'identifier') {
      if (parser.peek(distance + 1).text === '(') return distance > 0 ? distance : null;
      continue;
    }
    const specifier = token.kind === 'keyword' && DECLARATION_KEYWORDS.has(token.text);
    if (!specifier && !(token.text === '*' && distance > 0)) return null;
  }
  return null;
}
