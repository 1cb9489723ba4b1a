/** Declarations and initializers, C11 6.7 and 6.7.9. */
import { spanOf, type Token } from '../lex/token';
import { spanning } from '../source';
import type {
  Declarator,
  Derivation,
  Designator,
  Specifiers,
  SyntaxDeclaration,
  SyntaxInitializer,
} from '../syntax-tree';
import { arraySuffix, declarator, intSpecifiers } from './declarators';
import { isTypedefName, looksLikeType } from './guessed-types';
import type { Parser } from './parser';
import { beginsExpression } from './primary-expressions';
import { describe, expectClosing, expectSemicolon } from './recovery';
import { typeAfterComma } from './tagged-types';
import { DECLARATION_KEYWORDS } from './words';

export interface InitDeclarator {
  readonly declarator: Declarator;
  readonly initializer: SyntaxInitializer | null;
}

/** Whether a declaration begins at the next token, or was meant to. */
export function beginsDeclaration(parser: Parser): boolean {
  const { token } = parser;
  if (token.kind === 'keyword') {
    if (token.text === '__extension__') {
      const next = parser.peek(1);
      return next.kind === 'keyword' && DECLARATION_KEYWORDS.has(next.text);
    }
    return DECLARATION_KEYWORDS.has(token.text);
  }
  if (token.kind !== 'identifier' || parser.peek(1).text === ':') return false;
  return isTypedefName(parser, token) || looksLikeType(parser);
}

/** declaration (6.7) */
export function declaration(parser: Parser): SyntaxDeclaration {
  const first = parser.token;
  const specifiers = parser.grammar.declarationSpecifiers(parser);
  return declarationRest(parser, first, withType(parser, specifiers, first), null);
}

/** Specifiers that name a type (an unknown one's 'none' has a span); if they don't that is reported, and int is taken. */
export function withType(parser: Parser, specifiers: Specifiers, first: Token): Specifiers {
  const { type } = specifiers;
  if (type.kind !== 'none' || parser.failed() || type.span.end > type.span.start) return specifiers;
  const last = parser.previous;
  const name = parser.token.kind === 'identifier' ? parser.token.text : 'x';
  parser.report('missing-type', specifiers.span, 'this declaration names no type', {
    hint:
      last.start >= first.start && last.kind === 'keyword'
        ? `write the type too, as in ${last.text} int ${name}`
        : `write a type before '${name}', as in int ${name}`,
  });
  return { ...specifiers, type: intSpecifiers(parser.token).type };
}

/** init-declarator-list and ';', the specifiers and perhaps the first declarator already read. */
export function declarationRest(
  parser: Parser,
  first: Token,
  specifiers: Specifiers,
  firstDeclarator: Declarator | null,
): SyntaxDeclaration {
  const declarators: InitDeclarator[] = [];
  let next = firstDeclarator;
  if (next !== null || !endsWithoutDeclarator(parser, specifiers)) {
    for (;;) {
      if (parser.failed() && next === null) break;
      const declared = next ?? declaredName(parser);
      next = null;
      declareName(parser, specifiers, declared);
      const initializer =
        !parser.failed() && (parser.sees('=') || equalsIsMissing(parser, declared))
          ? initializerOf(parser)
          : null;
      declarators.push({ declarator: declared, initializer });
      if (parser.failed() || typeAfterComma(parser) || parser.takeIf(',') === null) break;
    }
  }
  if (!parser.failed()) expectSemicolon(parser, whatEnds(specifiers, declarators));
  return { kind: 'declaration', specifiers, declarators, span: parser.spanFrom(first) };
}

/** `struct s { ... };` and the like, or a record whose ';' is missing. */
function endsWithoutDeclarator(parser: Parser, specifiers: Specifiers): boolean {
  if (parser.sees(';') || parser.closesAll()) return true;
  const { type } = specifiers;
  const tagged =
    (type.kind === 'record' && type.members !== null) ||
    (type.kind === 'enum' && type.constants !== null);
  return (
    tagged &&
    (parser.atEnd ||
      (parser.token.startsLine &&
        parser.token.text !== '*' &&
        parser.token.text !== '(' &&
        !declaresHere(parser)))
  );
}

/** A name on the line below '}' may still be the declarator: `} \n point;` */
function declaresHere(parser: Parser): boolean {
  return (
    parser.token.kind === 'identifier' &&
    !isTypedefName(parser, parser.token) &&
    [';', ',', '=', '['].includes(parser.peek(1).text)
  );
}

function whatEnds(specifiers: Specifiers, declarators: readonly InitDeclarator[]): string {
  const { type } = specifiers;
  if (declarators.length > 0) return 'this declaration';
  if (type.kind === 'record') return `the '}' of this ${type.union ? 'union' : 'struct'}`;
  return type.kind === 'enum' ? "the '}' of this enum" : 'this declaration';
}

/** declarator; `int[3] a` is understood and reported. */
export function declaredName(parser: Parser): Declarator {
  if (!parser.sees('[')) return declarator(parser);
  const open = parser.token;
  const suffixes: Derivation[] = [];
  while (parser.sees('[') && !parser.failed()) suffixes.push(arraySuffix(parser));
  const declared = declarator(parser);
  parser.report('brackets-before-name', open, 'the brackets of an array stand behind its name', {
    hint:
      declared.name === null
        ? 'write it as int a[3];'
        : `write ${declared.name.name}${open.file.text.slice(open.start, suffixes[suffixes.length - 1]?.span.end ?? open.end)}`,
  });
  return { ...declared, derivations: [...suffixes, ...declared.derivations] };
}

/** C11 6.2.1p7: a name is known from the end of its declarator on. */
export function declareName(parser: Parser, specifiers: Specifiers, declared: Declarator): void {
  if (declared.name === null) return;
  const typedef = specifiers.storage.some(({ name }) => name === 'typedef');
  parser.scopes.declare(declared.name.name, typedef ? 'typedef' : 'ordinary');
}

/** `int a[2] {1, 2};`: reported, and read as if '=' were there. */
function equalsIsMissing(parser: Parser, declared: Declarator): boolean {
  const isFunction = declared.derivations[0]?.kind === 'function';
  if (!parser.sees('{') || parser.token.startsLine || isFunction) return false;
  parser.report(
    'expected-equals',
    parser.afterPrevious,
    "expected '=' before this list of values",
    {
      hint: `put '=' after '${parser.previous.text}'`,
    },
  );
  return true;
}

/** '=' initializer, the '=' perhaps missing */
function initializerOf(parser: Parser): SyntaxInitializer {
  parser.takeIf('=');
  return initializer(parser);
}

/** initializer (6.7.9) */
function initializer(parser: Parser): SyntaxInitializer {
  if (parser.sees('{')) return bracedInitializer(parser);
  const value = parser.grammar.assignmentExpression(parser);
  return { kind: 'expression', value, span: value.span };
}

/** '{' initializer-list '}' */
export function bracedInitializer(parser: Parser): SyntaxInitializer {
  const open = parser.token;
  const items: {
    readonly designators: readonly Designator[];
    readonly value: SyntaxInitializer;
  }[] = [];
  if (!parser.enter()) return { kind: 'list', items, span: spanOf(open) };
  parser.take();
  while (!parser.sees('}') && !parser.atEnd && !parser.failed()) {
    const designators = designatorList(parser);
    if (parser.failed()) break;
    items.push({ designators, value: initializer(parser) });
    if (parser.failed() || parser.takeIf(',') !== null) continue;
    if (!commaIsMissing(parser)) break;
  }
  if (parser.failed()) skipList(parser);
  else expectClosing(parser, open, '}');
  parser.leave();
  return { kind: 'list', items, span: parser.spanFrom(open) };
}

/** `{ 1 2 }`: reported, and read on. */
function commaIsMissing(parser: Parser): boolean {
  const { token } = parser;
  const value = token.text === '{' || (beginsExpression(token) && token.kind !== 'punctuator');
  if (!value || token.madeBy !== null) return false;
  parser.report(
    'expected-comma',
    parser.afterPrevious,
    "expected ',' between two values of this list",
    {
      hint: `put ',' before ${describe(token)}`,
    },
  );
  return true;
}

/** After an error in a list: behind its '}', if that comes before the end of the declaration. */
function skipList(parser: Parser): void {
  let nesting = 0;
  while (!parser.atEnd && !parser.sees(';')) {
    if (parser.sees('{')) nesting += 1;
    if (parser.sees('}')) {
      if (nesting === 0) {
        parser.take();
        parser.failing = false;
        return;
      }
      nesting -= 1;
    }
    parser.take();
  }
}

/** designation (6.7.9), empty if there is none; GNU's `name: value` and `[1 ... 3] =` too. */
function designatorList(parser: Parser): Designator[] {
  const designators: Designator[] = [];
  const { token } = parser;
  if (token.kind === 'identifier' && parser.peek(1).text === ':') {
    parser.take();
    parser.take();
    return [{ kind: 'member', member: { name: token.text, span: spanOf(token) } }];
  }
  while (!parser.failed()) {
    if (parser.sees('.')) {
      parser.take();
      const name = parser.token;
      if (name.kind !== 'identifier') {
        parser.fail(
          'expected-member',
          name,
          `expected the name of a member after '.', but there is ${describe(name)}`,
          {
            hint: 'write it as .x = 1',
          },
        );
        break;
      }
      parser.take();
      designators.push({ kind: 'member', member: { name: name.text, span: spanOf(name) } });
    } else if (parser.sees('[')) {
      const open = parser.take();
      const index = parser.grammar.conditionalExpression(parser);
      const last =
        !parser.failed() && parser.takeIf('...') !== null
          ? parser.grammar.conditionalExpression(parser)
          : null;
      expectClosing(parser, open, ']');
      designators.push({ kind: 'index', index, last, span: spanning(open, parser.previous) });
    } else break;
  }
  if (
    designators.length > 0 &&
    !parser.failed() &&
    parser.takeIf('=') === null &&
    !parser.sees('{')
  ) {
    parser.fail(
      'expected-equals',
      parser.token,
      `expected '=' after this designator, but there is ${describe(parser.token)}`,
      {
        hint: 'write it as .x = 1 or [2] = 1',
      },
    );
  }
  return designators;
}
