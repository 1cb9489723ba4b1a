/** struct, union and enum specifiers, C11 6.7.2.1 and 6.7.2.2. */
import { spanOf, type Token } from '../lex/token';
import type {
  Attribute,
  Declarator,
  Identifier,
  MemberDeclaration,
  SyntaxExpression,
  TypeSpecifier,
} from '../syntax-tree';
import { attributes } from './attributes';
import { declarator } from './declarators';
import { functionHeadAhead } from './function-ahead';
import type { Parser } from './parser';
import { beginsExpression } from './primary-expressions';
import {
  describe,
  expectClosing,
  expectSemicolon,
  inFirstColumn,
  placeOf,
  skipStatement,
} from './recovery';
import { staticAssert } from './static-assert';
import { DECLARATION_KEYWORDS, STORAGE_CLASSES, TYPE_KEYWORDS } from './words';

/**
 * struct-or-union-specifier (6.7.2.1). One of which not all members could be read is from then on an
 * unknown type, so that nobody misses the members.
 */
export function recordSpecifier(parser: Parser): TypeSpecifier {
  const first = parser.take();
  const union = first.text === 'union';
  const found: Attribute[] = [...attributes(parser)];
  if (first.pack !== undefined) {
    found.push({ kind: 'pack', bytes: first.pack, span: spanOf(first) });
  }
  const tag = takeTag(parser, union ? 'union' : 'struct');
  found.push(...attributes(parser));
  const { brokenTags } = parser.scopes;
  let broken = tag !== null && brokenTags.has(tag.name);
  let members: readonly MemberDeclaration[] | null = null;
  if (parser.sees('{') || openingIsMissing(parser, first)) {
    const list = memberList(parser, first);
    members = list.members;
    broken = list.broken;
    if (broken && tag !== null) brokenTags.add(tag.name);
  } else if (tag === null) noTag(parser, first);
  if (members !== null) found.push(...attributes(parser));
  const span = parser.spanFrom(first);
  if (broken) return { kind: 'none', span };
  return { kind: 'record', union, tag, members, attributes: found, span };
}

/** `struct s` and members on the next lines: reported, and read as if '{' were there. */
function openingIsMissing(parser: Parser, first: Token): boolean {
  const { token } = parser;
  if (token.kind !== 'keyword' || !token.startsLine || inFirstColumn(token)) return false;
  if (!TYPE_KEYWORDS.has(token.text)) return false;
  parser.report(
    'expected-brace',
    parser.afterPrevious,
    `expected '{' to open the members of this ${first.text}`,
    {
      hint: "put '{' at the end of this line",
    },
  );
  return true;
}

function takeTag(parser: Parser, kind: 'struct' | 'union' | 'enum'): Identifier | null {
  const { token } = parser;
  if (token.kind !== 'identifier') return null;
  parser.take();
  parser.scopes.declareTag(token.text, kind);
  return { name: token.text, span: spanOf(token) };
}

function noTag(parser: Parser, first: Token): void {
  parser.fail(
    'expected-tag',
    placeOf(parser),
    `expected a name or '{' after '${first.text}', but there is ${describe(parser.token)}`,
    {
      hint:
        parser.token.kind === 'keyword'
          ? `'${parser.token.text}' is a keyword and cannot be a name: choose another one`
          : `write it as ${first.text} point { ... };`,
    },
  );
}

interface MemberList {
  readonly members: readonly MemberDeclaration[];
  /** Something in it could not be read. */
  readonly broken: boolean;
}

/** '{' struct-declaration-list '}', the '{' perhaps missing */
function memberList(parser: Parser, first: Token): MemberList {
  const members: MemberDeclaration[] = [];
  let broken = false;
  if (!parser.enter()) return { members, broken };
  const open = parser.takeIf('{') ?? parser.previous;
  while (!parser.atEnd && !parser.sees('}') && !endsMembers(parser)) {
    if (parser.takeIf(';') !== null) continue;
    const at = parser.at;
    const member = memberDeclaration(parser);
    if (parser.failed()) {
      broken = true;
      skipStatement(parser);
    } else members.push(member);
    if (parser.at === at) parser.take();
  }
  if (broken) parser.silenced += 1;
  closeList(parser, open, first);
  if (broken) parser.silenced -= 1;
  parser.leave();
  return { members, broken };
}

/** What begins here in the first column is no member, so a '}' is missing above. */
function endsMembers(parser: Parser): boolean {
  const { token } = parser;
  if (!inFirstColumn(token)) return false;
  return (token.kind === 'keyword' && STORAGE_CLASSES.has(token.text)) || functionHeadAhead(parser);
}

/** '}' of a record or enum; at the end of the file it is the '{' that is pointed at. */
function closeList(parser: Parser, open: Token, first: Token): void {
  if (parser.takeIf('}') !== null || parser.failed()) return;
  parser.report('unclosed-brace', open, `this '{' of the ${first.text} has no matching '}'`, {
    hint: `put '};' where the ${first.text} ends`,
  });
  parser.unwinding = true;
}

/** struct-declaration (6.7.2.1) */
function memberDeclaration(parser: Parser): MemberDeclaration {
  const first = parser.token;
  if (parser.sees('_Static_assert'))
    return { kind: 'static-assert', assertion: staticAssert(parser) };
  const at = parser.at;
  const specifiers = parser.grammar.declarationSpecifiers(parser);
  if (parser.at === at && !parser.failed()) {
    parser.fail(
      'expected-member',
      parser.atEnd ? placeOf(parser) : first,
      `expected a member, as int x;, but there is ${describe(parser.token)}`,
      {
        hint:
          first.kind === 'identifier'
            ? `a member has a type before its name: int ${first.text};`
            : 'a member is a type and a name',
      },
    );
  }
  const declarators: {
    readonly declarator: Declarator;
    readonly width: SyntaxExpression | null;
  }[] = [];
  while (!parser.failed() && !parser.sees(';') && !parser.sees('}') && !parser.atEnd) {
    const unnamed = parser.sees(':');
    const place = spanOf(parser.token);
    const declared: Declarator = unnamed
      ? { span: place, name: null, derivations: [] }
      : declarator(parser);
    const width =
      !parser.failed() && parser.takeIf(':') !== null
        ? parser.grammar.conditionalExpression(parser)
        : null;
    const after = attributes(parser);
    const whole =
      after.length === 0
        ? declared
        : { ...declared, attributes: [...(declared.attributes ?? []), ...after] };
    declarators.push({ declarator: whole, width });
    if (parser.sees('=') && !parser.failed()) memberInitializer(parser, declared);
    if (parser.failed() || !parser.sees(',')) break;
    if (typeAfterComma(parser)) break;
    parser.take();
  }
  if (!parser.failed()) expectSemicolon(parser, 'this member');
  return { kind: 'members', specifiers, declarators, span: parser.spanFrom(first) };
}

function memberInitializer(parser: Parser, declared: Declarator): void {
  parser.report(
    'member-initializer',
    parser.token,
    `the member '${declared.name?.name ?? ''}' cannot have a value in the definition of its type`,
    {
      hint: 'give it a value where a variable of this type is declared',
    },
  );
  parser.take();
  if (parser.sees('{')) parser.grammar.bracedInitializer(parser);
  else parser.grammar.assignmentExpression(parser);
}

/** `int x, int y`: reported, and the ',' read as ';'. */
export function typeAfterComma(parser: Parser): boolean {
  const next = parser.peek(1);
  if (!parser.sees(',') || next.kind !== 'keyword' || !DECLARATION_KEYWORDS.has(next.text))
    return false;
  if (next.text === '__attribute__') return false;
  const name = parser.peek(2).kind === 'identifier' ? parser.peek(2).text : 'y';
  parser.report(
    'type-after-comma',
    next,
    `after ',' in a declaration only the next name is written, not its type again`,
    {
      hint: `leave out '${next.text}' before '${name}', or write ';' in place of ','`,
    },
  );
  parser.replace(';', 'punctuator');
  return true;
}

/** enum-specifier (6.7.2.2) */
export function enumSpecifier(parser: Parser): TypeSpecifier {
  const first = parser.take();
  attributes(parser);
  const tag = takeTag(parser, 'enum');
  let constants: { readonly name: Identifier; readonly value: SyntaxExpression | null }[] | null =
    null;
  if (parser.sees('{')) constants = enumeratorList(parser, first);
  else if (tag === null) noTag(parser, first);
  attributes(parser);
  return { kind: 'enum', tag, constants, span: parser.spanFrom(first) };
}

function enumeratorList(
  parser: Parser,
  first: Token,
): { readonly name: Identifier; readonly value: SyntaxExpression | null }[] {
  const constants: { readonly name: Identifier; readonly value: SyntaxExpression | null }[] = [];
  const open = parser.take();
  while (!parser.atEnd && !parser.sees('}') && !parser.failed()) {
    const { token } = parser;
    if (token.kind !== 'identifier') {
      parser.fail(
        'expected-name',
        placeOf(parser),
        `expected the name of a constant of this enum, but there is ${describe(token)}`,
        {
          hint: 'write names separated by commas, as in enum color { RED, GREEN };',
        },
      );
      break;
    }
    parser.take();
    attributes(parser);
    const value = parser.takeIf('=') === null ? null : parser.grammar.conditionalExpression(parser);
    parser.scopes.declare(token.text, 'ordinary');
    constants.push({ name: { name: token.text, span: spanOf(token) }, value });
    if (parser.takeIf(',') !== null) continue;
    if (parser.sees(';') && !parser.peek(1).startsLine) {
      parser.report(
        'expected-comma',
        parser.token,
        "the constants of an enum are separated by ',', not by ';'",
        { hint: "write ',' instead" },
      );
      parser.take();
    } else if (parser.token.kind === 'identifier') {
      parser.report(
        'expected-comma',
        parser.afterPrevious,
        "expected ',' between two constants of this enum",
        {
          hint: `put ',' after '${parser.previous.text}'`,
        },
      );
    } else break;
  }
  if (parser.failed()) {
    skipStatement(parser);
    parser.takeIf('}');
  } else if (parser.sees('}') || parser.atEnd || !beginsExpression(parser.token))
    closeList(parser, open, first);
  else expectClosing(parser, open, '}');
  return constants;
}
