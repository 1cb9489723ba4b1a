/** Compound statements, C11 6.8.2, and what goes wrong with braces. */
import { spanOf, type Token } from '../lex/token';
import { positionAt, type Span } from '../source';
import type { BlockItem, SyntaxDeclaration, SyntaxStatement } from '../syntax-tree';
import { beginsDeclaration, declaration, declareName } from './declarations';
import { declarator } from './declarators';
import { functionDefinitionAhead } from './function-ahead';
import { repairKeyword } from './misspelt-keywords';
import type { Parser } from './parser';
import { closingDistance, inFirstColumn, skipStatement } from './recovery';
import { staticAssert } from './static-assert';

type Block = Extract<SyntaxStatement, { kind: 'block' }>;

/** compound-statement (6.8.2) */
export function compoundStatement(parser: Parser): Block {
  const open = parser.token;
  const items: BlockItem[] = [];
  if (!parser.enter()) return { kind: 'block', items, end: spanOf(open), span: spanOf(open) };
  const ofIf = parser.blockOfIf === open;
  parser.take();
  const first = parser.token;
  parser.scopes.open();
  blockItems(parser, items, open, ofIf ? first : null);
  parser.scopes.close();
  parser.leave();
  if (ofIf && elseOfThisIf(parser, first)) return closeBeforeElse(parser, open, items);
  return closeBlock(parser, open, items);
}

/** A function's body whose '{' is missing, which was reported: up to the '}' that would close it. */
export function bodyWithoutBrace(parser: Parser): Block {
  const open = parser.token;
  const items: BlockItem[] = [];
  parser.scopes.open();
  blockItems(parser, items, open, null);
  parser.scopes.close();
  parser.takeIf('}');
  return { kind: 'block', items, end: spanOf(parser.previous), span: parser.spanFrom(open) };
}

/** block-item-list; `first` is the first token of an if statement's block. */
function blockItems(parser: Parser, items: BlockItem[], open: Token, first: Token | null): void {
  while (!parser.sees('}') && !parser.atEnd && !parser.closesAll()) {
    if (
      inFirstColumn(parser.token) &&
      parser.enclosing !== null &&
      functionDefinitionAhead(parser)
    ) {
      reportUnclosed(parser, open);
      return;
    }
    if (first !== null && elseOfThisIf(parser, first)) return;
    const at = parser.at;
    items.push(blockItem(parser));
    if (parser.failed()) skipStatement(parser);
    if (parser.at === at && !parser.sees('}') && !parser.closesAll()) parser.take();
  }
}

/** An `else` that is indented less than the block: the '}' before it is missing. */
function elseOfThisIf(parser: Parser, first: Token): boolean {
  const { token } = parser;
  return (
    token.text === 'else' &&
    token.startsLine &&
    first.startsLine &&
    token !== first &&
    indentation(token).length < indentation(first).length
  );
}

function closeBeforeElse(parser: Parser, open: Token, items: BlockItem[]): Block {
  parser.report('unclosed-brace', parser.token, "expected '}' before this 'else'", {
    hint: "put '}' before 'else'",
    related: [{ message: "the '{' is here", span: open }],
  });
  return { kind: 'block', items, end: spanOf(parser.previous), span: parser.spanFrom(open) };
}

function closeBlock(parser: Parser, open: Token, items: BlockItem[]): Block {
  const close = parser.closesAll() ? null : parser.takeIf('}');
  if (close === null) reportUnclosed(parser, open);
  else watchIndentation(parser, open, close);
  return {
    kind: 'block',
    items,
    end: spanOf(parser.previous),
    span: parser.spanFrom(open),
  };
}

/** Once for all blocks that are open at this place. */
function reportUnclosed(parser: Parser, open: Token): void {
  if (parser.closesAll()) return;
  parser.unwinding = true;
  const { suspect, enclosing } = parser;
  const place = suspect?.open ?? open;
  parser.report('unclosed-brace', place, "this '{' has no matching '}'", {
    hint:
      suspect === null
        ? `put '}' where ${enclosing === null ? 'the block' : `the body of '${enclosing.name}'`} ends`
        : `put '}' where this block ends: the '}' on line ${lineOf(suspect.close)} is indented as another block's`,
    related:
      enclosing === null
        ? []
        : [{ message: `function '${enclosing.name}' begins here`, span: enclosing.definition }],
  });
}

/** Remembers the first block whose '}' doesn't stand under the beginning of its line. */
function watchIndentation(parser: Parser, open: Token, close: Token): void {
  if (parser.suspect !== null || !close.startsLine || open.file !== close.file) return;
  if (indentation(open) !== indentation(close)) {
    parser.suspect = { open: spanOf(open), close: spanOf(close) };
  }
}

/** White space before the first token of a token's line. */
function indentation(token: Token): string {
  const { text } = token.file;
  const start = text.lastIndexOf('\n', token.start - 1) + 1;
  let end = start;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end += 1;
  return text.slice(start, end);
}

function lineOf(span: Span): number {
  return positionAt(span.file, span.start).line;
}

/** block-item (6.8.2) */
function blockItem(parser: Parser): BlockItem {
  const first = parser.token;
  if (first.text === '_Static_assert') {
    const assertion = staticAssert(parser);
    return { kind: 'static-assert', assertion, span: assertion.span };
  }
  repairKeyword(parser);
  if (!beginsDeclaration(parser)) return parser.grammar.statement(parser);
  if (parser.sees('__attribute__') && parser.peek(1).text === '(') return attributedItem(parser);
  if (functionDefinitionAhead(parser)) return nestedFunction(parser);
  return declaration(parser);
}

/** `__attribute__((fallthrough));` is a statement; other attributes begin a declaration. */
function attributedItem(parser: Parser): BlockItem {
  const first = parser.token;
  const close = closingDistance(parser, 1);
  if (close === null || parser.peek(close + 1).text !== ';') return declaration(parser);
  for (let left = close + 2; left > 0; left -= 1) parser.take();
  return { kind: 'empty', span: parser.spanFrom(first) };
}

/** A function inside of a function, which C11 doesn't have: its head is kept, its body is read over. */
function nestedFunction(parser: Parser): SyntaxDeclaration {
  const first = parser.token;
  const specifiers = parser.grammar.declarationSpecifiers(parser);
  const declared = declarator(parser);
  const name = declared.name?.name ?? '';
  parser.report(
    'nested-function',
    declared.name?.span ?? first,
    `function '${name}' is defined inside of function '${parser.enclosing?.name ?? ''}'; C has no functions within functions`,
    {
      hint: `move '${name}' above '${parser.enclosing?.name ?? ''}', or check whether a '}' is missing above`,
    },
  );
  declareName(parser, specifiers, declared);
  if (parser.sees('{')) {
    parser.silenced += 1;
    parser.scopes.open();
    parser.grammar.compoundStatement(parser);
    parser.scopes.close();
    parser.silenced -= 1;
  }
  return {
    kind: 'declaration',
    specifiers,
    declarators: [{ declarator: declared, initializer: null }],
    span: spanOf(first),
  };
}
