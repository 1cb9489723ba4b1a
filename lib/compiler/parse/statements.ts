/** Statements, C11 6.8, but for blocks (blocks.ts) and loops (loops.ts). */
import { spanOf, type Token } from '../lex/token';
import { spanning, type Span } from '../source';
import type { Identifier, SyntaxExpression, SyntaxStatement } from '../syntax-tree';
import { beginsDeclaration, declaration } from './declarations';
import { body, parenthesizedCondition } from './conditions';
import { doStatement, forStatement, whileStatement } from './loops';
import { repairElse, repairKeyword } from './misspelt-keywords';
import type { Parser } from './parser';
import { describe, expectClosing, expectSemicolon, placeOf, skipStatement } from './recovery';
import { replacing } from '../fixes';

/** Links of one chain of labels or of else-ifs; later stages recurse over it. */
const CHAIN_MAX = 500;

/** statement (6.8). An error in it is reported and skipped when this returns. */
export function statement(parser: Parser): SyntaxStatement {
  const first = parser.token;
  if (!parser.enter()) return { kind: 'error', span: spanOf(first) };
  repairKeyword(parser);
  let read = labeledOrOther(parser);
  if (parser.failed()) {
    skipStatement(parser);
    read = { kind: 'error', span: parser.spanFrom(first) };
  }
  parser.leave();
  return read;
}

function labeledOrOther(parser: Parser): SyntaxStatement {
  const { token } = parser;
  if (token.kind === 'identifier') {
    return parser.peek(1).text === ':' ? labeledStatement(parser) : expressionStatement(parser);
  }
  switch (token.text) {
    case '{':
      return parser.grammar.compoundStatement(parser);
    case ';':
      parser.take();
      return { kind: 'empty', span: spanOf(token) };
    case 'case':
    case 'default':
      return labeledStatement(parser);
    case 'if':
      return ifStatement(parser);
    case 'switch':
      return switchStatement(parser);
    case 'while':
      return whileStatement(parser);
    case 'do':
      return doStatement(parser);
    case 'for':
      return forStatement(parser);
    case 'goto':
    case 'break':
    case 'continue':
    case 'return':
      return jumpStatement(parser);
    case 'else':
      return elseWithoutIf(parser);
    case 'asm':
      return assembler(parser);
    case '__label__':
      return localLabels(parser);
    default:
      return beginsDeclaration(parser) ? misplacedDeclaration(parser) : expressionStatement(parser);
  }
}

/** expression-statement (6.8.3) */
function expressionStatement(parser: Parser): SyntaxStatement {
  const first = parser.token;
  const value = parser.grammar.expression(parser);
  if (!parser.failed()) expectSemicolon(parser, 'this statement');
  return { kind: 'expression', value, span: parser.spanFrom(first) };
}

// ---------------------------------------------------------------- labels

type Label =
  | {
      readonly kind: 'case';
      readonly first: Token;
      readonly value: SyntaxExpression;
      readonly last: SyntaxExpression | null;
    }
  | { readonly kind: 'default'; readonly first: Token }
  | { readonly kind: 'label'; readonly first: Token; readonly label: Identifier };

/** labeled-statement (6.8.1): all labels in a row, then the statement. */
function labeledStatement(parser: Parser): SyntaxStatement {
  const labels: Label[] = [];
  while (!parser.failed() && labels.length < CHAIN_MAX) {
    const label = oneLabel(parser);
    if (label === null) break;
    labels.push(label);
  }
  let read: SyntaxStatement;
  // As gcc 11 does, a declaration or nothing may follow: the label then stands on an empty statement.
  if (
    parser.failed() ||
    parser.sees('}') ||
    (parser.token.kind !== 'punctuator' && beginsDeclaration(parser))
  ) {
    read = { kind: 'empty', span: spanOf(parser.previous) };
  } else read = parser.grammar.statement(parser);
  for (const label of labels.reverse())
    read = labeled(label, read, spanning(label.first, read.span));
  return read;
}

function labeled(label: Label, statementRead: SyntaxStatement, span: Span): SyntaxStatement {
  switch (label.kind) {
    case 'case':
      return { kind: 'case', value: label.value, last: label.last, body: statementRead, span };
    case 'default':
      return { kind: 'default', body: statementRead, span };
    case 'label':
      return { kind: 'label', label: label.label, body: statementRead, span };
  }
}

/** A label with its ':'; null if none comes next. */
function oneLabel(parser: Parser): Label | null {
  const first = parser.token;
  if (first.kind === 'identifier' && parser.peek(1).text === ':') {
    parser.take();
    parser.take();
    if (first.text !== 'default' && /^d?[ef]+[a-z]*lt$/i.test(first.text))
      warnDefault(parser, first);
    return { kind: 'label', first, label: { name: first.text, span: spanOf(first) } };
  }
  if (first.text === 'default') {
    parser.take();
    expectColon(parser, "'default'");
    return { kind: 'default', first };
  }
  if (first.text !== 'case') return null;
  parser.take();
  const value = parser.grammar.conditionalExpression(parser);
  const last =
    !parser.failed() && parser.takeIf('...') !== null
      ? parser.grammar.conditionalExpression(parser)
      : null;
  if (!parser.failed()) expectColon(parser, 'the value of this case');
  return { kind: 'case', first, value, last };
}

function warnDefault(parser: Parser, label: Token): void {
  parser.warn(
    'misspelt-default',
    label,
    `'${label.text}:' is a label for goto, not the default of a switch`,
    {
      hint: "did you mean 'default:'?",
      fix: replacing(label, label.text, 'default'),
    },
  );
}

function expectColon(parser: Parser, after: string): void {
  if (parser.takeIf(':') !== null) return;
  const { token } = parser;
  parser.report(
    'expected-colon',
    placeOf(parser),
    `expected ':' after ${after}, but there is ${describe(token)}`,
    {
      hint:
        token.text === ','
          ? 'write one case for each value: case 1: case 2:'
          : `put ':' after ${after}`,
    },
  );
  if (token.text === ';') parser.take();
  else if (token.text === ',') {
    parser.silenced += 1;
    while (parser.takeIf(',') !== null && !parser.failed())
      parser.grammar.conditionalExpression(parser);
    parser.silenced -= 1;
    parser.takeIf(':');
  }
}

// ---------------------------------------------------------------- selection

/** `if` with all its `else if` (6.8.4.1) */
function ifStatement(parser: Parser): SyntaxStatement {
  const links: {
    readonly first: Token;
    readonly condition: SyntaxExpression;
    readonly then: SyntaxStatement;
  }[] = [];
  let otherwise: SyntaxStatement | null = null;
  for (;;) {
    const first = parser.take();
    const condition = parenthesizedCondition(parser, 'if');
    const then = body(parser, 'if');
    links.push({ first, condition, then });
    const repaired = repairElse(parser);
    if (repaired !== 'else-if') {
      if (parser.takeIf('else') === null) break;
      if (!parser.sees('if') || links.length >= CHAIN_MAX) {
        otherwise = body(parser, 'else');
        break;
      }
    }
  }
  for (const { first, condition, then } of links.reverse()) {
    otherwise = { kind: 'if', condition, then, otherwise, span: parser.spanFrom(first) };
  }
  return otherwise ?? { kind: 'error', span: spanOf(parser.previous) };
}

function switchStatement(parser: Parser): SyntaxStatement {
  const first = parser.take();
  const value = parenthesizedCondition(parser, 'switch');
  return { kind: 'switch', value, body: body(parser, 'switch'), span: parser.spanFrom(first) };
}

/** An `else` that follows no if statement: its own statement is kept. */
function elseWithoutIf(parser: Parser): SyntaxStatement {
  const token = parser.take();
  const empty = parser.emptyIf;
  parser.report('else-without-if', token, "this 'else' belongs to no 'if'", {
    hint:
      empty === null
        ? "an 'else' stands right after the one statement of its 'if'; put several statements between '{' and '}'"
        : "remove the ';' after the condition of the 'if': it is the whole statement",
    related: empty === null ? [] : [{ message: "the 'if' ends with this ';'", span: empty }],
  });
  return parser.sees('}')
    ? { kind: 'empty', span: spanOf(token) }
    : parser.grammar.statement(parser);
}

// ---------------------------------------------------------------- jumps

/** jump-statement (6.8.6) */
function jumpStatement(parser: Parser): SyntaxStatement {
  const first = parser.take();
  switch (first.text) {
    case 'return': {
      const missing =
        parser.sees(';') ||
        parser.sees('}') ||
        (parser.token.startsLine && parser.token.kind === 'keyword');
      const value = missing ? null : parser.grammar.expression(parser);
      if (!parser.failed()) expectSemicolon(parser, value === null ? "'return'" : 'this statement');
      return { kind: 'return', value, span: parser.spanFrom(first) };
    }
    case 'break':
    case 'continue':
      expectSemicolon(parser, `'${first.text}'`);
      return { kind: first.text, span: parser.spanFrom(first) };
    default:
      return gotoStatement(parser, first);
  }
}

/** '__label__' identifier-list ';' */
function localLabels(parser: Parser): SyntaxStatement {
  const first = parser.take();
  const labels: Identifier[] = [];
  do {
    const name = parser.token;
    if (name.kind !== 'identifier') break;
    parser.take();
    labels.push({ name: name.text, span: spanOf(name) });
  } while (parser.takeIf(',') !== null);
  expectSemicolon(parser, 'this declaration');
  return { kind: 'local-labels', labels, span: parser.spanFrom(first) };
}

function gotoStatement(parser: Parser, first: Token): SyntaxStatement {
  const { token } = parser;
  if (parser.takeIf('*') !== null) {
    const value = parser.grammar.expression(parser);
    if (!parser.failed()) expectSemicolon(parser, 'this statement');
    return { kind: 'computed-goto', value, span: parser.spanFrom(first) };
  }
  if (token.kind !== 'identifier') {
    parser.fail(
      'expected-label',
      placeOf(parser),
      `expected the name of a label after 'goto', but there is ${describe(token)}`,
      {
        hint: 'write it as goto done; and put done: before a statement',
      },
    );
    return { kind: 'error', span: spanOf(first) };
  }
  parser.take();
  expectSemicolon(parser, 'this statement');
  return {
    kind: 'goto',
    label: { name: token.text, span: spanOf(token) },
    span: parser.spanFrom(first),
  };
}

// ---------------------------------------------------------------- what C doesn't have here

/** `if (x) int y = 1;`: a declaration is no statement. */
function misplacedDeclaration(parser: Parser): SyntaxStatement {
  const first = parser.token;
  parser.report(
    'misplaced-declaration',
    first,
    'a declaration cannot stand here, where one statement is expected',
    {
      hint: "put it between '{' and '}', or before this statement",
    },
  );
  parser.silenced += 1;
  declaration(parser);
  parser.silenced -= 1;
  return { kind: 'error', span: parser.spanFrom(first) };
}

/**
 * What textbooks' assembler statements hold: nothing at all (a barrier for the compiler), fences, hints.
 * Operations happen one after the other here, in one order for all, so none of them has anything to do.
 */
const WITHOUT_EFFECT = /^"\s*((nop|pause|[lms]fence|rep;\s*nop)\s*;?\s*(\\n)?\s*)?"$/;

/** GNU's assembler statements, of those that do nothing here: `asm volatile("mfence" ::: "memory")`. */
function assembler(parser: Parser): SyntaxStatement {
  const first = parser.take();
  while (parser.sees('volatile') || parser.sees('inline') || parser.sees('goto')) parser.take();
  const open = parser.takeIf('(');
  const template = parser.token;
  if (open === null || !WITHOUT_EFFECT.test(template.text)) {
    parser.fail(
      'unsupported',
      first,
      'assembler code is not supported: the simulated machine has instructions of its own',
      {
        hint: 'write it in C; <stdatomic.h> has fences and atomic operations',
      },
    );
    return { kind: 'error', span: spanOf(first) };
  }
  for (let nesting = 0; !parser.atEnd && !parser.sees(';'); parser.take()) {
    if (parser.sees('(')) nesting += 1;
    else if (parser.sees(')') && nesting-- === 0) break;
  }
  expectClosing(parser, open, ')');
  expectSemicolon(parser, 'this statement');
  return { kind: 'empty', span: parser.spanFrom(first) };
}
