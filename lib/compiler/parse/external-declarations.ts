/** External declarations, C11 6.9: function definitions and what else stands outside of functions. */
import { spanOf, type Token } from '../lex/token';
import type {
  Declarator,
  Derivation,
  ExternalDeclaration,
  FunctionDefinition,
  ParameterDeclaration,
  Specifiers,
  SyntaxDeclaration,
  SyntaxStatement,
} from '../syntax-tree';
import { attributes } from './attributes';
import { bodyWithoutBrace } from './blocks';
import {
  beginsDeclaration,
  declarationRest,
  declareName,
  declaredName,
  withType,
} from './declarations';
import { intSpecifiers, oldStyleNames } from './declarators';
import { functionHeadAhead } from './function-ahead';
import { isTypedefName } from './guessed-types';
import { directiveWithoutHash, skipOutsideStatements } from './outside-statements';
import type { Parser } from './parser';
import { closingDistance, describe, inFirstColumn, placeOf, skipStatement } from './recovery';
import { staticAssert } from './static-assert';
import { STATEMENT_KEYWORDS } from './words';
import { removing } from '../fixes';

/** translation-unit (6.9) */
export function externalDeclarations(parser: Parser): ExternalDeclaration[] {
  const declarations: ExternalDeclaration[] = [];
  while (!parser.atEnd) {
    const at = parser.at;
    const read = externalDeclaration(parser, declarations);
    if (read !== null) declarations.push(read);
    if (parser.failed()) skipExternal(parser);
    parser.unwinding = false;
    if (parser.at === at) parser.take();
  }
  return declarations;
}

/** After an error: behind a ';' or a block, or to a line that begins a declaration in its first column. */
function skipExternal(parser: Parser): void {
  const at = parser.at;
  skipStatement(parser);
  if (parser.sees('{')) {
    // Most likely a function's body; nothing is known about its parameters.
    parser.silenced += 1;
    parser.grammar.compoundStatement(parser);
    parser.silenced -= 1;
    parser.failing = false;
  } else if (parser.sees('}') && parser.at > at) parser.take();
}

/** external-declaration (6.9); null if there was none to keep. */
function externalDeclaration(
  parser: Parser,
  before: ExternalDeclaration[],
): ExternalDeclaration | null {
  const first = parser.token;
  if (first.text === ';') {
    parser.take();
    return null;
  }
  if (first.text === '_Static_assert') {
    const assertion = staticAssert(parser);
    return { kind: 'static-assert', assertion, span: assertion.span };
  }
  if (first.text === '}') return unmatchedBrace(parser);
  if (first.text === '{') return bodyAfterSemicolon(parser, before);
  if (first.text === 'asm') {
    attributes(parser);
    return null;
  }
  if (directiveWithoutHash(parser)) return null;
  if (!beginsDeclaration(parser)) {
    if (definitionWithoutType(parser)) return functionWithoutType(parser, first);
    skipOutsideStatements(parser);
    return null;
  }
  const specifiers = parser.grammar.declarationSpecifiers(parser);
  return declarationOrFunction(parser, first, specifiers);
}

function unmatchedBrace(parser: Parser): null {
  const { lastFunction } = parser;
  const token = parser.take();
  parser.report('unmatched-closing', token, "this '}' closes nothing", {
    hint: "remove it, or write the '{' that it belongs to",
    related:
      lastFunction === null
        ? []
        : [
            {
              message: `function '${lastFunction.name}' already ended here`,
              span: lastFunction.end,
            },
          ],
  });
  return null;
}

function declarationOrFunction(
  parser: Parser,
  first: Token,
  specifiers: Specifiers,
): ExternalDeclaration {
  if (parser.failed() || parser.sees(';') || endsAtLine(parser, specifiers)) {
    const typed = parser.failed() ? specifiers : tagOrType(parser, specifiers, first);
    return declarationRest(parser, first, typed, null);
  }
  const declared = declaredName(parser);
  const typed = withType(parser, specifiers, first);
  if (!parser.failed()) {
    const definition = functionDefinition(parser, first, typed, declared);
    if (definition !== null) return definition;
  }
  return declarationRest(parser, first, typed, declared);
}

/** `struct s { ... }` whose ';' is missing: declarationRest says so. */
function endsAtLine(parser: Parser, { type }: Specifiers): boolean {
  if (parser.closesAll()) return true;
  const defines =
    (type.kind === 'record' && type.members !== null) ||
    (type.kind === 'enum' && type.constants !== null);
  if (!defines || !parser.token.startsLine) return false;
  const { token } = parser;
  return (
    token.kind === 'keyword' ||
    token.kind === 'end' ||
    isTypedefName(parser, token) ||
    functionHeadAhead(parser)
  );
}

function tagOrType(parser: Parser, specifiers: Specifiers, first: Token): Specifiers {
  return parser.previous === first && specifiers.storage.length > 0
    ? withType(parser, specifiers, first)
    : specifiers;
}

/** function-definition (6.9.1), its declarator read; null if it is none. */
function functionDefinition(
  parser: Parser,
  first: Token,
  specifiers: Specifiers,
  declared: Declarator,
): FunctionDefinition | null {
  const [derivation] = declared.derivations;
  if (derivation?.kind !== 'function') {
    return parser.sees('{') && derivation === undefined
      ? withoutParameterList(parser, first, specifiers, declared)
      : null;
  }
  const names = oldStyleNames.get(derivation);
  if (names !== undefined) {
    if (parser.sees('{') || beginsDeclaration(parser)) {
      const old = oldStyleParameters(parser, derivation);
      return functionBody(parser, first, specifiers, {
        ...declared,
        derivations: [old, ...declared.derivations.slice(1)],
      });
    }
    parser.report(
      'parameter-without-type',
      names[0]?.span ?? declared.span,
      `parameter '${names[0]?.name ?? ''}' has no type`,
      {
        hint: `write its type, as in int ${names[0]?.name ?? 'x'}`,
      },
    );
  }
  if (parser.sees('{')) return functionBody(parser, first, specifiers, declared);
  return bodyIsMeant(parser, specifiers) ? missingBrace(parser, first, specifiers, declared) : null;
}

/** A function's head, no ';', and on the next line what can only stand inside of a function. */
function bodyIsMeant(parser: Parser, specifiers: Specifiers): boolean {
  const { token } = parser;
  if (!token.startsLine || specifiers.storage.some(({ name }) => name === 'typedef')) return false;
  if (token.kind === 'keyword' && STATEMENT_KEYWORDS.has(token.text)) return true;
  if (inFirstColumn(token)) return false;
  if (beginsDeclaration(parser)) return !functionHeadAhead(parser);
  return token.kind === 'identifier' && !functionHeadAhead(parser);
}

function missingBrace(
  parser: Parser,
  first: Token,
  specifiers: Specifiers,
  declared: Declarator,
): FunctionDefinition {
  const name = declared.name?.name ?? '';
  parser.report(
    'expected-brace',
    parser.afterPrevious,
    `expected '{' to open the body of function '${name}', but there is ${describe(parser.token)}`,
    {
      hint: "put '{' at the end of this line",
    },
  );
  return functionBody(parser, first, specifiers, declared);
}

/** `int main {` */
function withoutParameterList(
  parser: Parser,
  first: Token,
  specifiers: Specifiers,
  declared: Declarator,
): FunctionDefinition {
  const name = declared.name?.name ?? '';
  parser.report(
    'expected-parameters',
    parser.afterPrevious,
    `expected '(' after '${name}': a function has a list of parameters, even if it is empty`,
    {
      hint: `write it as ${name}(void)`,
    },
  );
  return functionBody(parser, first, specifiers, {
    ...declared,
    derivations: [emptyParameters(declared), ...declared.derivations],
  });
}

function emptyParameters(declared: Declarator): Derivation {
  return {
    kind: 'function',
    parameters: [],
    variadic: false,
    unspecified: false,
    span: declared.span,
  };
}

/** The parameters' scope is the body's (6.2.1p4). */
function functionBody(
  parser: Parser,
  first: Token,
  specifiers: Specifiers,
  declared: Declarator,
): FunctionDefinition {
  declareName(parser, specifiers, declared);
  parser.scopes.open();
  const [derivation] = declared.derivations;
  for (const parameter of derivation?.kind === 'function' ? derivation.parameters : []) {
    const { name } = parameter.declarator;
    if (name !== null) parser.scopes.declare(name.name, 'ordinary');
  }
  const name = declared.name?.name ?? '';
  parser.enclosing = { name, definition: declared.name?.span ?? spanOf(first) };
  parser.suspect = null;
  const body: Extract<SyntaxStatement, { kind: 'block' }> = parser.sees('{')
    ? parser.grammar.compoundStatement(parser)
    : bodyWithoutBrace(parser);
  parser.enclosing = null;
  parser.lastFunction = { name, end: body.end };
  parser.scopes.close();
  return { kind: 'function', specifiers, declarator: declared, body, span: parser.spanFrom(first) };
}

/** declaration-list of an old-style definition (6.9.1p6): gives the parameters their types. */
function oldStyleParameters(
  parser: Parser,
  derivation: Extract<Derivation, { kind: 'function' }>,
): Derivation {
  const types = new Map<string, ParameterDeclaration>();
  parser.scopes.open();
  while (!parser.sees('{') && !parser.atEnd && beginsDeclaration(parser)) {
    const first = parser.token;
    const read = declarationRest(parser, first, parser.grammar.declarationSpecifiers(parser), null);
    if (parser.failed()) break;
    for (const { declarator } of read.declarators) {
      if (declarator.name === null) continue;
      types.set(declarator.name.name, { specifiers: read.specifiers, declarator, span: read.span });
    }
  }
  parser.scopes.close();
  const parameters = derivation.parameters.map(
    (parameter) => types.get(parameter.declarator.name?.name ?? '') ?? parameter,
  );
  return { ...derivation, parameters };
}

// ---------------------------------------------------------------- definitions that went wrong

/** `main() {`: a name, a list, and a body. */
function definitionWithoutType(parser: Parser): boolean {
  if (parser.token.kind !== 'identifier' || parser.peek(1).text !== '(') return false;
  const close = closingDistance(parser, 1);
  return close !== null && parser.peek(close + 1).text === '{';
}

function functionWithoutType(parser: Parser, first: Token): ExternalDeclaration | null {
  // C99 wants a type; gcc 12 takes the function for an int one, and old textbooks rely on it.
  parser.warn(
    'missing-type',
    first,
    `function '${first.text}' has no return type: it is taken for 'int'`,
    {
      hint:
        first.text === 'main'
          ? 'write int main(void)'
          : `write int ${first.text}, or void ${first.text} if it returns nothing`,
    },
  );
  const specifiers = intSpecifiers(first);
  const declared = declaredName(parser);
  return functionDefinition(parser, first, specifiers, declared);
}

/** `int main();` and then its body: the ';' is one too many. */
function bodyAfterSemicolon(
  parser: Parser,
  before: ExternalDeclaration[],
): ExternalDeclaration | null {
  const last = before[before.length - 1];
  const declared =
    last?.kind === 'declaration' ? last.declarators[last.declarators.length - 1] : undefined;
  const brace = parser.token;
  if (
    last?.kind === 'declaration' &&
    parser.previous.text === ';' &&
    declared?.declarator.derivations[0]?.kind === 'function'
  ) {
    const name = declared.declarator.name?.name ?? '';
    parser.report(
      'semicolon-before-body',
      parser.previous,
      `this ';' ends the declaration of '${name}', so the block below is not its body`,
      {
        hint: "remove this ';'",
        fix: removing(parser.previous),
      },
    );
    before.pop();
    return bodyOf(parser, last, declared.declarator);
  }
  parser.report('block-outside', placeOf(parser), 'this block stands outside of every function', {
    hint: 'write the head of a function before it, as int main(void)',
  });
  parser.silenced += 1;
  parser.enclosing = { name: '', definition: spanOf(brace) };
  parser.grammar.compoundStatement(parser);
  parser.enclosing = null;
  parser.silenced -= 1;
  return null;
}

function bodyOf(parser: Parser, head: SyntaxDeclaration, declared: Declarator): FunctionDefinition {
  const definition = functionBody(parser, parser.token, head.specifiers, declared);
  return {
    ...definition,
    span: { ...head.span, end: Math.max(head.span.end, definition.span.end) },
  };
}
