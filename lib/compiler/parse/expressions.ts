/** Expressions with binary operators, assignment and comma, C11 6.5.5 to 6.5.17. */
import type { Token } from '../lex/token';
import { spanOf } from '../lex/token';
import type { AssignmentOperator, BinaryOperator, SyntaxExpression } from '../syntax-tree';
import { errorExpression, type Parser } from './parser';
import { expectOperand } from './primary-expressions';
import { castExpression } from './unary-expressions';
import { replacing } from '../fixes';

/** Binding strength, C11 6.5.5 to 6.5.14; a greater one binds tighter. */
const BINARY: ReadonlyMap<
  string,
  { readonly operator: BinaryOperator; readonly strength: number }
> = new Map(
  (
    [
      ['||'],
      ['&&'],
      ['|'],
      ['^'],
      ['&'],
      ['==', '!='],
      ['<', '>', '<=', '>='],
      ['<<', '>>'],
      ['+', '-'],
      ['*', '/', '%'],
    ] as const satisfies readonly (readonly BinaryOperator[])[]
  ).flatMap((operators, index) =>
    operators.map((operator) => [operator, { operator, strength: index + 1 }] as const),
  ),
);

const ASSIGNMENT: ReadonlyMap<string, AssignmentOperator> = new Map(
  (['=', '*=', '/=', '%=', '+=', '-=', '<<=', '>>=', '&=', '^=', '|='] as const).map((operator) => [
    operator,
    operator,
  ]),
);

/** Words of other languages where an operator is expected. */
const WORD_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['and', '&&'],
  ['or', '||'],
  ['mod', '%'],
  ['xor', '^'],
]);

/** expression (6.5.17) */
export function expression(parser: Parser): SyntaxExpression {
  const first = parser.token;
  let left = assignmentExpression(parser);
  while (parser.sees(',') && !parser.failed()) {
    const height = parser.height;
    parser.take();
    const right = assignmentExpression(parser);
    left = { kind: 'comma', left, right, span: parser.spanFrom(first) };
    parser.setHeight(Math.max(height, parser.height) + 1);
  }
  return left;
}

/** assignment-expression (6.5.16); whether the left side can be assigned to is found out by check/. */
export function assignmentExpression(parser: Parser): SyntaxExpression {
  if (!parser.enter()) return errorExpression(parser.token);
  const first = parser.token;
  const left = conditionalExpression(parser);
  const whole = parser.failed() ? left : assignmentTo(parser, first, left);
  parser.leave();
  return whole;
}

function assignmentTo(parser: Parser, first: Token, left: SyntaxExpression): SyntaxExpression {
  const operator =
    parser.token.kind === 'punctuator' ? ASSIGNMENT.get(parser.token.text) : undefined;
  if (operator === undefined) return left;
  const height = parser.height;
  const token = parser.take();
  if (operator === '=') warnSwappedOperator(parser, token);
  const right = assignmentExpression(parser);
  parser.setHeight(Math.max(height, parser.height) + 1);
  return {
    kind: 'assignment',
    operator,
    operatorSpan: spanOf(token),
    left,
    right,
    span: parser.spanFrom(first),
  };
}

/** `x =+ 1` is read as `x = +1`. */
function warnSwappedOperator(parser: Parser, equals: Token): void {
  const { token } = parser;
  if ((token.text !== '+' && token.text !== '-') || token.spaceBefore || token.startsLine) return;
  if (!parser.peek(1).spaceBefore || token.madeBy !== null || equals.madeBy !== null) return;
  parser.warn(
    'swapped-operator',
    { file: equals.file, start: equals.start, end: token.end },
    `'=${token.text}' is not one operator: this sets the left side to ${token.text === '+' ? 'plus' : 'minus'} the right side`,
    {
      hint: `to ${token.text === '+' ? 'add' : 'subtract'} write '${token.text}=', otherwise put a space after '='`,
    },
  );
}

/** conditional-expression (6.5.15); also what C11 calls constant-expression (6.6). */
export function conditionalExpression(parser: Parser): SyntaxExpression {
  const first = parser.token;
  const condition = binaryExpression(parser, 1);
  if (!parser.sees('?') || parser.failed()) return condition;
  if (!parser.enter()) return condition;
  const height = parser.height;
  const outer = parser.beginParts();
  const question = parser.take();
  const then = parser.sees(':') ? null : expression(parser);
  if (parser.takeIf(':') === null && !parser.failed()) {
    parser.fail(
      'expected-colon',
      parser.token,
      `this '?' has no ':' with the value for the other case`,
      {
        hint: 'write it as condition ? a : b',
        related: [{ message: "the '?' is here", span: question }],
      },
    );
  }
  const otherwise = parser.failed()
    ? errorExpression(parser.previous)
    : conditionalExpression(parser);
  parser.endParts(outer, height);
  parser.leave();
  return {
    kind: 'conditional',
    condition,
    then,
    otherwise,
    span: parser.spanFrom(first),
  };
}

/** Everything from multiplicative-expression (6.5.5) to logical-OR-expression (6.5.14). */
function binaryExpression(parser: Parser, weakest: number): SyntaxExpression {
  const first = parser.token;
  let left = castExpression(parser);
  for (;;) {
    if (parser.failed()) return left;
    const token = binaryOperatorToken(parser);
    const found = token === null ? undefined : BINARY.get(token.text);
    if (token === null || found === undefined || found.strength < weakest) return left;
    const height = parser.height;
    parser.take();
    skipMadeUpOperator(parser, token);
    expectOperand(parser);
    const right = parser.failed()
      ? errorExpression(token)
      : binaryExpression(parser, found.strength + 1);
    left = {
      kind: 'binary',
      operator: found.operator,
      operatorSpan: spanOf(token),
      left,
      right,
      span: parser.spanFrom(first),
    };
    parser.setHeight(Math.max(height, parser.height) + 1);
  }
}

/** The next token, if it is a binary operator or was meant to be one. */
function binaryOperatorToken(parser: Parser): Token | null {
  const { token } = parser;
  if (token.kind === 'punctuator') {
    const next = parser.peek(1);
    const adjacent = next.start === token.end && !next.spaceBefore && token.madeBy === null;
    if (token.text === '=' && adjacent && (next.text === '>' || next.text === '<')) {
      const meant = next.text === '>' ? '>=' : '<=';
      parser.report(
        'made-up-operator',
        { file: token.file, start: token.start, end: next.end },
        `'=${next.text}' is no operator of C`,
        {
          hint: `write '${meant}'`,
          fix: replacing({ ...token, end: next.end }, `=${next.text}`, meant),
        },
      );
      parser.take();
      parser.replace(meant, 'punctuator');
      return parser.token;
    }
    return token;
  }
  if (token.kind !== 'identifier' || token.startsLine) return null;
  const meant = WORD_OPERATORS.get(token.text);
  if (meant === undefined) return null;
  parser.report('made-up-operator', token, `'${token.text}' is no operator of C`, {
    hint: `write '${meant}'`,
    fix: replacing(token, token.text, meant),
  });
  parser.replace(meant, 'punctuator');
  return parser.token;
}

/** After `==`, `!=`, `<`: the rest of `===`, `!==`, `<>`, which other languages have. */
function skipMadeUpOperator(parser: Parser, operator: Token): void {
  const { token } = parser;
  if (token.start !== operator.end || token.madeBy !== null) return;
  const written = operator.text + token.text;
  const meant = new Map([
    ['===', '=='],
    ['!==', '!='],
    ['<>', '!='],
    ['&&&', '&&'],
    ['|||', '||'],
  ]).get(written);
  if (meant === undefined || written === '&&&') return;
  parser.report(
    'made-up-operator',
    { file: operator.file, start: operator.start, end: token.end },
    `'${written}' is no operator of C`,
    {
      hint: `write '${meant}'`,
      fix: replacing({ ...operator, end: token.end }, written, meant),
    },
  );
  parser.take();
}
