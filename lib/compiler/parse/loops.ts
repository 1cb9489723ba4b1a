/** Iteration statements, C11 6.8.5. */
import type { SyntaxStatement } from '../syntax-tree';
import { body, parenthesizedCondition } from './conditions';
import { forHeader } from './for-header';
import { errorExpression, type Parser } from './parser';
import { describe, expectSemicolon, placeOf } from './recovery';

/** 6.8.5.1 */
export function whileStatement(parser: Parser): SyntaxStatement {
  const first = parser.take();
  const condition = parenthesizedCondition(parser, 'while');
  return { kind: 'while', condition, body: body(parser, 'while'), span: parser.spanFrom(first) };
}

/** 6.8.5.2 */
export function doStatement(parser: Parser): SyntaxStatement {
  const first = parser.take();
  const read = body(parser, 'do');
  const keyword = parser.takeIf('while');
  if (keyword === null) {
    // At the end of the file a '}' is missing, which will be said.
    if (!parser.atEnd && !parser.closesAll())
      parser.report(
        'expected-while',
        placeOf(parser),
        `expected 'while' after the body of this 'do', but there is ${describe(parser.token)}`,
        {
          hint: 'a do ends with its condition: do { ... } while (x > 0);',
          related: [{ message: "the 'do' is here", span: first }],
        },
      );
    return {
      kind: 'do',
      body: read,
      condition: errorExpression(first),
      span: parser.spanFrom(first),
    };
  }
  const condition = parenthesizedCondition(parser, 'while');
  expectSemicolon(parser, "the condition of this 'do'");
  return { kind: 'do', body: read, condition, span: parser.spanFrom(first) };
}

/** 6.8.5.3; a declaration in it has the loop as its scope. */
export function forStatement(parser: Parser): SyntaxStatement {
  const first = parser.take();
  parser.scopes.open();
  const header = forHeader(parser);
  const read = body(parser, 'for');
  parser.scopes.close();
  return { kind: 'for', ...header, body: read, span: parser.spanFrom(first) };
}
