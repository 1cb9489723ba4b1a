/**
 * GNU's `__attribute__((...))`. Those that change what a program means are kept for check/; those
 * that change it in a way that nobody here honours are refused; all others (hints for warnings and
 * optimization) are read over, and so is the assembler name of a declaration, `__asm__("name")`.
 */
import { isName, spanOf, type Token } from '../lex/token';
import type { Attribute } from '../syntax-tree';
import type { Parser } from './parser';
import { closingDistance, expectClosing } from './recovery';

const REFUSED: ReadonlySet<string> = new Set([
  'alias',
  'cleanup',
  'ifunc',
  'mode',
  'scalar_storage_order',
  'transparent_union',
  'vector_size',
  'weakref',
]);

/** Reads attributes, assembler names and `__extension__`, if any stand here. */
export function attributes(parser: Parser): readonly Attribute[] {
  let found: Attribute[] | null = null;
  for (;;) {
    if (parser.sees('__extension__')) {
      parser.take();
      continue;
    }
    const attribute = parser.sees('__attribute__');
    if (!attribute && !(parser.sees('asm') && parser.peek(1).text === '(')) return found ?? NONE;
    parser.take();
    if (!parser.sees('(')) continue;
    found ??= [];
    if (attribute && parser.peek(1).text === '(') attributeList(parser, found);
    else skipParenthesized(parser);
  }
}

const NONE: readonly Attribute[] = [];

/** '(' '(' attribute-list ')' ')' */
function attributeList(parser: Parser, found: Attribute[]): void {
  const outer = parser.take();
  const inner = parser.take();
  while (!parser.sees(')') && !parser.atEnd && !parser.failed()) {
    if (parser.takeIf(',') !== null) continue;
    const word = parser.take();
    if (isName(word)) oneAttribute(parser, word, found);
  }
  expectClosing(parser, inner, ')');
  expectClosing(parser, outer, ')');
}

function oneAttribute(parser: Parser, word: Token, found: Attribute[]): void {
  const span = spanOf(word);
  const name = word.text.replace(/^__(\w+)__$/, '$1');
  switch (name) {
    case 'noreturn':
    case 'packed':
    case 'weak':
      found.push({ kind: name, span });
      break;
    case 'aligned':
      found.push({ kind: name, value: argument(parser), standard: false, span });
      break;
    case 'constructor':
    case 'destructor':
      found.push({ kind: name, priority: argument(parser), span });
      break;
    default:
      if (REFUSED.has(name)) {
        parser.report('not-supported', word, `not supported yet: the attribute '${name}'`);
      }
  }
  if (parser.sees('(')) skipParenthesized(parser);
}

/** The one argument in its parentheses; null if there is none. */
function argument(parser: Parser) {
  if (!parser.sees('(')) return null;
  const open = parser.take();
  const value = parser.grammar.conditionalExpression(parser);
  expectClosing(parser, open, ')');
  return value;
}

function skipParenthesized(parser: Parser): void {
  const close = closingDistance(parser, 0);
  const open = parser.take();
  for (let left = close ?? 0; left > 1; left -= 1) parser.take();
  expectClosing(parser, open, ')');
}
