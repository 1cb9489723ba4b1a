/** Generic selection (C11 6.5.1.1), `_Alignof` (6.5.3.4), and the builtins of <stdarg.h> and <stddef.h>. */
import { spanOf, type Token } from '../lex/token';
import type { OffsetofStep, SyntaxExpression, TypeName } from '../syntax-tree';
import { errorExpression, type Parser } from './parser';
import { describe, expectClosing } from './recovery';

/** Primary expressions that begin with a keyword; null if none does here. */
export function specialPrimary(parser: Parser): SyntaxExpression | null {
  const { token } = parser;
  if (token.text === '&&' && parser.peek(1).kind === 'identifier') return labelAddress(parser);
  if (token.kind !== 'keyword') return null;
  switch (token.text) {
    case '_Generic':
      return nested(parser, genericSelection);
    case '__builtin_va_arg':
      return nested(parser, builtinVaArg);
    case '__builtin_offsetof':
      return nested(parser, builtinOffsetof);
    case '__builtin_types_compatible_p':
      return nested(parser, builtinTypesCompatible);
    default:
      return null;
  }
}

/** GNU's `&&label` */
function labelAddress(parser: Parser): SyntaxExpression {
  const first = parser.take();
  const name = parser.take();
  const label = { name: name.text, span: spanOf(name) };
  return { kind: 'label-address', label, span: parser.spanFrom(first) };
}

function nested(parser: Parser, read: (parser: Parser) => SyntaxExpression): SyntaxExpression {
  if (!parser.enter()) return errorExpression(parser.token);
  const outer = parser.beginParts();
  const whole = read(parser);
  parser.endParts(outer, 0);
  parser.leave();
  return whole;
}

function expectOpening(parser: Parser, after: Token): Token | null {
  const open = parser.takeIf('(');
  if (open === null) {
    parser.fail(
      'expected-parenthesis',
      parser.token,
      `expected '(' after '${after.text}', but there is ${describe(parser.token)}`,
      {
        hint: `put '(' after '${after.text}'`,
      },
    );
  }
  return open;
}

function expectComma(parser: Parser, after: Token): void {
  if (parser.takeIf(',') !== null || parser.failed()) return;
  parser.fail(
    'expected-comma',
    parser.token,
    `'${after.text}' has two arguments: expected ',', but there is ${describe(parser.token)}`,
    {
      hint: "put ',' between the two arguments",
    },
  );
}

/** generic-selection (6.5.1.1) */
function genericSelection(parser: Parser): SyntaxExpression {
  const first = parser.take();
  const open = expectOpening(parser, first);
  if (open === null) return errorExpression(first);
  const control = parser.grammar.assignmentExpression(parser);
  const associations: { readonly type: TypeName | null; readonly value: SyntaxExpression }[] = [];
  while (!parser.failed() && parser.takeIf(',') !== null) {
    const type = parser.takeIf('default') === null ? parser.grammar.typeName(parser) : null;
    if (!parser.failed() && parser.takeIf(':') === null) {
      parser.fail(
        'expected-colon',
        parser.token,
        `expected ':' after the type in _Generic, but there is ${describe(parser.token)}`,
        {
          hint: 'write it as int: value',
        },
      );
    }
    if (!parser.failed())
      associations.push({ type, value: parser.grammar.assignmentExpression(parser) });
  }
  expectClosing(parser, open, ')');
  return { kind: 'generic', control, associations, span: parser.spanFrom(first) };
}

/** GNU's `__builtin_types_compatible_p(type, type)` */
function builtinTypesCompatible(parser: Parser): SyntaxExpression {
  const first = parser.take();
  const open = expectOpening(parser, first);
  if (open === null) return errorExpression(first);
  const left = parser.grammar.typeName(parser);
  expectComma(parser, first);
  if (parser.failed()) return errorExpression(first);
  const right = parser.grammar.typeName(parser);
  expectClosing(parser, open, ')');
  return { kind: 'types-compatible', left, right, span: parser.spanFrom(first) };
}

/** `va_arg(list, type)` of <stdarg.h> (7.16.1.1) */
function builtinVaArg(parser: Parser): SyntaxExpression {
  const first = parser.take();
  const open = expectOpening(parser, first);
  if (open === null) return errorExpression(first);
  const list = parser.grammar.assignmentExpression(parser);
  expectComma(parser, first);
  if (parser.failed()) return errorExpression(first);
  const type = parser.grammar.typeName(parser);
  expectClosing(parser, open, ')');
  return { kind: 'va-arg', list, type, span: parser.spanFrom(first) };
}

/** `offsetof(type, member)` of <stddef.h> (7.19), with members of members and elements as gcc has them. */
function builtinOffsetof(parser: Parser): SyntaxExpression {
  const first = parser.take();
  const open = expectOpening(parser, first);
  if (open === null) return errorExpression(first);
  const type = parser.grammar.typeName(parser);
  expectComma(parser, first);
  const path: OffsetofStep[] = [];
  let wantsMember = true;
  while (!parser.failed()) {
    if (wantsMember || parser.sees('.')) {
      if (!wantsMember) parser.take();
      wantsMember = false;
      const { token } = parser;
      if (token.kind !== 'identifier') {
        parser.fail(
          'expected-member',
          token,
          `expected the name of a member in offsetof, but there is ${describe(token)}`,
          {
            hint: 'write it as offsetof(struct point, x)',
          },
        );
        break;
      }
      parser.take();
      path.push({ kind: 'member', member: { name: token.text, span: spanOf(token) } });
    } else if (parser.sees('[')) {
      const bracket = parser.take();
      path.push({ kind: 'index', index: parser.grammar.expression(parser) });
      expectClosing(parser, bracket, ']');
    } else break;
  }
  expectClosing(parser, open, ')');
  return { kind: 'offsetof', type, path, span: parser.spanFrom(first) };
}

/** `_Alignof(type)`; GNU's of an expression is that of its type. */
export function alignofExpression(parser: Parser, ofType: boolean): SyntaxExpression {
  if (!parser.enter()) return errorExpression(parser.token);
  const outer = parser.beginParts();
  const first = parser.take();
  let of: TypeName | SyntaxExpression;
  if (ofType && parser.sees('(')) {
    const open = parser.take();
    of = parser.grammar.typeName(parser);
    expectClosing(parser, open, ')');
  } else of = parser.grammar.castExpression(parser);
  parser.endParts(outer, 0);
  parser.leave();
  return { kind: 'alignof', of, span: parser.spanFrom(first) };
}
