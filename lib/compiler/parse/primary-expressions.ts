/** Primary expressions, C11 6.5.1, but for those in parentheses; and what to say where no expression begins. */
import { readNumberConstant } from '../lex/number-constant';
import { readCharacterConstant, readStringLiterals } from '../lex/text-literal';
import { spanOf, type Token } from '../lex/token';
import type { SyntaxExpression } from '../syntax-tree';
import { errorExpression, type Parser } from './parser';
import { describe, placeOf } from './recovery';
import { TYPE_KEYWORDS } from './words';

/** identifier, constant or string-literal (6.5.1); null if none of them comes next. */
export function simplePrimary(parser: Parser): SyntaxExpression | null {
  const { token } = parser;
  switch (token.kind) {
    case 'identifier':
      parser.take();
      parser.setHeight(1);
      return { kind: 'name', name: token.text, span: spanOf(token) };
    case 'number':
      parser.take();
      parser.setHeight(1);
      return numberConstant(parser, token);
    case 'character':
      parser.take();
      parser.setHeight(1);
      return characterConstant(parser, token);
    case 'string':
      parser.setHeight(1);
      return stringLiteral(parser);
    case 'keyword':
    case 'punctuator':
    case 'stray':
    case 'end':
      return null;
  }
}

function numberConstant(parser: Parser, token: Token): SyntaxExpression {
  const constant = readNumberConstant(token.text);
  const span = spanOf(token);
  switch (constant.kind) {
    case 'integer':
      return {
        kind: 'integer',
        value: constant.value,
        suffix: constant.suffix,
        decimal: constant.decimal,
        span,
      };
    case 'floating':
      return { kind: 'floating', value: constant.value, suffix: constant.suffix, span };
    case 'invalid':
      parser.report(constant.code, token, constant.message, { hint: constant.hint });
      return errorExpression(token);
  }
}

function characterConstant(parser: Parser, token: Token): SyntaxExpression {
  if (token.problem?.kind === 'unterminated-character') return errorExpression(token);
  const constant = readCharacterConstant(token, parser.diagnostics);
  if (constant === null) return errorExpression(token);
  return { kind: 'character', value: constant.value, prefix: constant.prefix, span: spanOf(token) };
}

/** Adjacent string literals are one (translation phase 6). */
function stringLiteral(parser: Parser): SyntaxExpression {
  const first = parser.token;
  const tokens: Token[] = [];
  while (parser.token.kind === 'string') tokens.push(parser.take());
  if (tokens.some((token) => token.problem?.kind === 'unterminated-string')) {
    return errorExpression(parser.spanFrom(first));
  }
  const { units, prefix } = readStringLiterals(tokens, parser.diagnostics);
  return { kind: 'string', units, prefix, span: parser.spanFrom(first) };
}

const OPERAND_PUNCTUATORS: ReadonlySet<string> = new Set([
  '(',
  '++',
  '--',
  '&',
  '*',
  '+',
  '-',
  '~',
  '!',
  '&&',
]);
const OPERAND_KEYWORDS: ReadonlySet<string> = new Set([
  'sizeof',
  '_Alignof',
  '_Generic',
  '__extension__',
  '__builtin_va_arg',
  '__builtin_offsetof',
]);

/** Whether an expression can begin with this token. */
export function beginsExpression(token: Token): boolean {
  switch (token.kind) {
    case 'identifier':
    case 'number':
    case 'character':
    case 'string':
      return true;
    case 'punctuator':
      return OPERAND_PUNCTUATORS.has(token.text);
    case 'keyword':
      return OPERAND_KEYWORDS.has(token.text);
    case 'stray':
    case 'end':
      return false;
  }
}

/** Fails if no expression begins here; says it better than the operand itself could. */
export function expectOperand(parser: Parser): void {
  if (!beginsExpression(parser.token) && !parser.failed()) noExpression(parser);
}

/** Reports that an expression is missing at the next token. */
export function noExpression(parser: Parser): SyntaxExpression {
  const { token, previous } = parser;
  const place = placeOf(parser);
  const after =
    previous.text === ''
      ? ''
      : ` after '${previous.text.length > 24 ? `${previous.text.slice(0, 20)}...` : previous.text}'`;
  if (token.madeBy !== null && (token.text === ';' || token.text === '=')) {
    const { name } = token.madeBy;
    parser.fail('expected-expression', token, `macro '${name}' brings a '${token.text}' with it`, {
      hint:
        token.text === ';'
          ? `remove the ';' at the end of #define ${name}`
          : `write #define ${name} without '='`,
    });
  } else if (token.kind === 'keyword' && TYPE_KEYWORDS.has(token.text)) {
    return typeAsValue(parser);
  } else if (token.text === 'else' || token.kind === 'keyword') {
    parser.fail(
      'expected-expression',
      token,
      `expected a value${after}, but there is the keyword '${token.text}'`,
      {
        hint:
          previous.startsLine || previous.text === ';'
            ? `check what stands before '${token.text}'`
            : `a keyword cannot be the name of a variable; write a value, or end the line before it with ';'`,
      },
    );
  } else if (token.text === '{') {
    return listAsValue(parser, after);
  } else {
    parser.fail(
      'expected-expression',
      place,
      `expected a value${after}, but there is ${describe(token)}`,
      {
        hint: missingValueHint(token, previous),
      },
    );
  }
  return errorExpression(token);
}

/** `a = {1, 2, 3};`: the list is read over. */
function listAsValue(parser: Parser, after: string): SyntaxExpression {
  const { token } = parser;
  parser.report(
    'expected-expression',
    token,
    `expected a value${after}, but there is a list in braces`,
    { hint: 'a list can only initialize a variable in its declaration, as in int a[2] = {1, 2};' },
  );
  parser.silenced += 1;
  parser.grammar.bracedInitializer(parser);
  parser.silenced -= 1;
  return errorExpression(token);
}

function missingValueHint(token: Token, previous: Token): string {
  if (previous.text === '=' && token.text === '=') return "write '==' without a space to compare";
  if (previous.text === '=' && (token.text === '>' || token.text === '<')) {
    return `write '${token.text}=' to compare`;
  }
  if (token.text === ',') return "write a value before ',', or remove ','";
  if (token.text === '#') return 'a preprocessor line, as #include, begins on a line of its own';
  if (previous.text === ',' && (token.text === ')' || token.text === ';'))
    return "write a value after ',', or remove ','";
  if (previous.text === '(' || previous.text === '[' || previous.text === '')
    return 'write a value here, as 1 or the name of a variable';
  return `write a value after '${previous.text.length > 24 ? '...' : previous.text}', as 1 or the name of a variable`;
}

/** `f(int x)`, `sizeof int`: the type's words are read over. */
function typeAsValue(parser: Parser): SyntaxExpression {
  const { token } = parser;
  parser.report('type-as-value', token, `expected a value, but there is the type '${token.text}'`, {
    hint:
      parser.previous.text === 'sizeof'
        ? `put the type in parentheses: sizeof(${token.text})`
        : `leave out '${token.text}': types are named in declarations only`,
  });
  while (parser.token.kind === 'keyword' && TYPE_KEYWORDS.has(parser.token.text)) parser.take();
  while (parser.sees('*')) parser.take();
  if (parser.token.kind === 'identifier') return simplePrimary(parser) ?? errorExpression(token);
  return errorExpression(token);
}
