/** Casts, unary and postfix operators, parentheses: C11 6.5.1 to 6.5.4. */
import { spanOf, type Token } from '../lex/token';
import type { SyntaxExpression, TypeName, UnaryOperator } from '../syntax-tree';
import { isTypedefName, looksLikeParenthesizedType, reportUnknownType } from './guessed-types';
import { errorExpression, type Parser } from './parser';
import { beginsExpression, noExpression, simplePrimary } from './primary-expressions';
import { describe, expectClosing } from './recovery';
import { alignofExpression, specialPrimary } from './special-expressions';
import { TYPE_KEYWORDS } from './words';

const UNARY: ReadonlyMap<string, UnaryOperator> = new Map(
  (['&', '*', '+', '-', '~', '!'] as const).map((operator) => [operator, operator]),
);

/** cast-expression (6.5.4) */
export function castExpression(parser: Parser): SyntaxExpression {
  if (!parser.sees('(') || !beginsTypeName(parser, 1, true)) return unaryExpression(parser);
  if (!parser.enter()) return errorExpression(parser.token);
  const outer = parser.beginParts();
  const open = parser.token;
  const type = parenthesizedTypeName(parser);
  let cast: SyntaxExpression;
  if (parser.failed()) cast = errorExpression(open);
  else if (parser.sees('{')) {
    cast = postfixOperators(parser, open, compoundLiteral(parser, open, type));
  } else {
    const operand = castExpression(parser);
    cast = { kind: 'cast', type, operand, span: parser.spanFrom(open) };
  }
  parser.endParts(outer, 0);
  parser.leave();
  return cast;
}

/** Whether a type name begins `distance` tokens ahead, behind a '('. */
function beginsTypeName(parser: Parser, distance: number, cast: boolean): boolean {
  const token = parser.peek(distance);
  if (token.kind === 'keyword')
    return (
      TYPE_KEYWORDS.has(token.text) ||
      (token.text === '__extension__' && TYPE_KEYWORDS.has(parser.peek(distance + 1).text))
    );
  return (
    token.kind === 'identifier' &&
    (isTypedefName(parser, token) || looksLikeParenthesizedType(parser, distance - 1, cast))
  );
}

/** '(' type-name ')' */
function parenthesizedTypeName(parser: Parser): TypeName {
  const open = parser.take();
  if (parser.token.kind === 'identifier' && !isTypedefName(parser, parser.token)) {
    reportUnknownType(parser);
  }
  const type = parser.grammar.typeName(parser);
  expectClosing(parser, open, ')');
  return type;
}

/** '(' type-name ')' '{' initializer-list '}' (6.5.2.5), the type already read. */
function compoundLiteral(parser: Parser, open: Token, type: TypeName): SyntaxExpression {
  const initializer = parser.grammar.bracedInitializer(parser);
  return { kind: 'compound-literal', type, initializer, span: parser.spanFrom(open) };
}

/** unary-expression (6.5.3) */
function unaryExpression(parser: Parser): SyntaxExpression {
  const { token } = parser;
  if (token.kind === 'punctuator') {
    const operator = UNARY.get(token.text);
    if (operator === undefined && token.text !== '++' && token.text !== '--') {
      return postfixExpression(parser);
    }
    if (!parser.enter()) return errorExpression(token);
    parser.take();
    let whole: SyntaxExpression;
    if (operator !== undefined) {
      const operand = castExpression(parser);
      whole = { kind: 'unary', operator, operand, span: parser.spanFrom(token) };
    } else {
      // A compound literal may be stepped too; a cast is refused as no object.
      const operand = castExpression(parser);
      const step = token.text === '++' ? '++' : '--';
      whole = {
        kind: 'step',
        operator: step,
        prefix: true,
        operand,
        span: parser.spanFrom(token),
      };
    }
    parser.leave();
    return whole;
  }
  if (token.text === 'sizeof') return sizeofExpression(parser);
  if (token.text === '_Alignof') return alignofExpression(parser, beginsTypeName(parser, 2, false));
  if (token.text === '__extension__') {
    if (!parser.enter()) return errorExpression(token);
    parser.take();
    const operand = castExpression(parser);
    parser.leave();
    return operand;
  }
  return postfixExpression(parser);
}

/** `sizeof` (6.5.3.4) */
function sizeofExpression(parser: Parser): SyntaxExpression {
  if (!parser.enter()) return errorExpression(parser.token);
  const outer = parser.beginParts();
  const first = parser.take();
  let whole: SyntaxExpression;
  if (parser.sees('(') && beginsTypeName(parser, 1, false)) {
    const open = parser.token;
    const type = parenthesizedTypeName(parser);
    if (parser.sees('{')) {
      const operand = postfixOperators(parser, open, compoundLiteral(parser, open, type));
      whole = { kind: 'sizeof-expression', operand, span: parser.spanFrom(first) };
    } else whole = { kind: 'sizeof-type', type, span: parser.spanFrom(first) };
  } else {
    const operand = unaryExpression(parser);
    whole = { kind: 'sizeof-expression', operand, span: parser.spanFrom(first) };
  }
  parser.endParts(outer, 0);
  parser.leave();
  return whole;
}

/** postfix-expression (6.5.2) */
function postfixExpression(parser: Parser): SyntaxExpression {
  const first = parser.token;
  return postfixOperators(parser, first, primaryExpression(parser));
}

function primaryExpression(parser: Parser): SyntaxExpression {
  if (parser.sees('(')) return parenthesized(parser);
  return simplePrimary(parser) ?? specialPrimary(parser) ?? noExpression(parser);
}

/** '(' expression ')', or GNU's statement expression. */
function parenthesized(parser: Parser): SyntaxExpression {
  if (!parser.enter()) return errorExpression(parser.token);
  const open = parser.take();
  let whole: SyntaxExpression;
  if (parser.sees('{')) {
    const outer = parser.beginParts();
    const body = parser.grammar.compoundStatement(parser);
    expectClosing(parser, open, ')');
    whole = { kind: 'statement-expression', body, span: parser.spanFrom(open) };
    parser.endParts(outer, 0);
  } else {
    const inner = parser.grammar.expression(parser);
    expectClosing(parser, open, ')');
    const span = parser.spanFrom(open);
    switch (inner.kind) {
      case 'binary':
      case 'assignment':
        whole = { ...inner, parenthesized: true, span };
        break;
      case 'name':
        // Messages about a name point at the name.
        whole = inner;
        break;
      default:
        whole = { ...inner, span };
    }
  }
  parser.leave();
  return whole;
}

function postfixOperators(
  parser: Parser,
  first: Token,
  primary: SyntaxExpression,
): SyntaxExpression {
  let base = primary;
  while (parser.token.kind === 'punctuator' && !parser.failed()) {
    const token = parser.token;
    const height = parser.height;
    switch (token.text) {
      case '(': {
        const outer = parser.beginParts();
        const args = argumentList(parser, base);
        base = {
          kind: 'call',
          callee: base,
          args,
          span: parser.spanFrom(first),
        };
        parser.endParts(outer, height);
        break;
      }
      case '[': {
        const outer = parser.beginParts();
        parser.take();
        const index = parser.grammar.expression(parser);
        expectClosing(parser, token, ']');
        base = { kind: 'index', base, index, span: parser.spanFrom(first) };
        parser.endParts(outer, height);
        break;
      }
      case '.':
      case '->':
        base = memberAccess(parser, first, base, token);
        parser.setHeight(height + 1);
        break;
      case '++':
      case '--':
        parser.take();
        base = {
          kind: 'step',
          operator: token.text,
          prefix: false,
          operand: base,
          span: parser.spanFrom(first),
        };
        parser.setHeight(height + 1);
        break;
      default:
        return base;
    }
  }
  return base;
}

function memberAccess(
  parser: Parser,
  first: Token,
  base: SyntaxExpression,
  operator: Token,
): SyntaxExpression {
  parser.take();
  const { token } = parser;
  if (token.kind !== 'identifier') {
    parser.fail(
      'expected-member',
      token.startsLine ? parser.afterPrevious : token,
      `expected the name of a member after '${operator.text}', but there is ${describe(token)}`,
      { hint: `write the member's name after '${operator.text}'` },
    );
    return errorExpression(operator);
  }
  parser.take();
  return {
    kind: 'member',
    base,
    arrow: operator.text === '->',
    member: { name: token.text, span: spanOf(token) },
    span: parser.spanFrom(first),
  };
}

/** argument-expression-list in its parentheses (6.5.2) */
function argumentList(parser: Parser, callee: SyntaxExpression): SyntaxExpression[] {
  const open = parser.take();
  const args: SyntaxExpression[] = [];
  if (parser.takeIf(')') !== null) return args;
  let reported = false;
  for (;;) {
    const typed = skipArgumentType(parser, callee, reported);
    reported ||= typed;
    if (typed && (parser.sees(')') || parser.sees(',')))
      args.push(errorExpression(parser.previous));
    else args.push(parser.grammar.assignmentExpression(parser));
    if (parser.failed()) return args;
    if (parser.takeIf(',') !== null) continue;
    if (!missingComma(parser, open)) break;
  }
  expectClosing(parser, open, ')');
  return args;
}

/** `max(int a, int b)` where a call is meant: the types are reported and read over. */
function skipArgumentType(parser: Parser, callee: SyntaxExpression, reported: boolean): boolean {
  const { token } = parser;
  const keyword = token.kind === 'keyword' && TYPE_KEYWORDS.has(token.text);
  const next = parser.peek(1);
  const typedef = isTypedefName(parser, token) && (next.kind === 'identifier' || next.text === '*');
  if (!keyword && !typedef) return false;
  // Another one in the same call says the same.
  if (reported) parser.silenced += 1;
  parser.report('type-as-value', token, `expected a value, but there is the type '${token.text}'`, {
    hint: `a call of ${callee.kind === 'name' ? `'${callee.name}'` : 'a function'} only gives the values: leave out '${token.text}'`,
  });
  while (
    parser.token.text === '*' ||
    isTypedefName(parser, parser.token) ||
    (parser.token.kind === 'keyword' && TYPE_KEYWORDS.has(parser.token.text))
  ) {
    const record = parser.sees('struct') || parser.sees('union') || parser.sees('enum');
    parser.take();
    if (record && parser.token.kind === 'identifier') parser.take();
  }
  if (reported) parser.silenced -= 1;
  return true;
}

/** Two arguments without ',' between them on one line; false if there is no other argument. */
function missingComma(parser: Parser, open: Token): boolean {
  const { token } = parser;
  if (
    !beginsExpression(token) ||
    token.startsLine ||
    token.kind === 'punctuator' ||
    parser.failed()
  )
    return false;
  const words = token.kind === 'identifier' && parser.previous.kind === 'identifier';
  parser.fail('expected-comma', token, `expected ',' or ')' before ${describe(token)}`, {
    hint: words
      ? "a text stands between double quotes; two arguments have a ',' between them"
      : `put ',' between two arguments`,
    related: [{ message: "the '(' is here", span: open }],
  });
  return false;
}
