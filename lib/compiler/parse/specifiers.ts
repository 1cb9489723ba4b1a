/** declaration-specifiers (C11 6.7), type-name (6.7.7), typeof. Records and enums: tagged-types.ts. */
import { spanOf, type Token } from '../lex/token';
import type {
  Attribute,
  Qualifiers,
  Specifiers,
  StorageClass,
  TypeName,
  TypeSpecifier,
} from '../syntax-tree';
import { attributes } from './attributes';
import { abstractDeclarator } from './declarators';
import { isTypedefName, looksLikeType, reportUnknownType } from './guessed-types';
import type { Parser } from './parser';
import { describe, expectClosing } from './recovery';
import { enumSpecifier, recordSpecifier } from './tagged-types';
import { TYPE_KEYWORDS, TYPE_WORDS } from './words';

const STORAGE: ReadonlyMap<string, StorageClass> = new Map(
  (['typedef', 'extern', 'static', 'auto', 'register', '_Thread_local'] as const).map((name) => [
    name,
    name,
  ]),
);

/** What has been read of the specifiers so far. */
interface Draft {
  readonly storage: { readonly name: StorageClass; readonly span: TypeSpecifier['span'] }[];
  readonly words: Token[];
  const: boolean;
  volatile: boolean;
  restrict: boolean;
  atomic: boolean;
  inline: boolean;
  readonly attributes: Attribute[];
  type: TypeSpecifier | null;
  /** The type was `struct s { ... }`: a declaration on the next line is another one, and a ';' is missing. */
  bodyRead: boolean;
}

/**
 * declaration-specifiers (6.7). Without a type specifier `type` is 'none' with an empty span; whoever
 * called knows whether that is a mistake and reports it. An unknown type's 'none' has the name's span.
 */
export function declarationSpecifiers(parser: Parser): Specifiers {
  const first = parser.token;
  const draft: Draft = {
    storage: [],
    words: [],
    const: false,
    volatile: false,
    restrict: false,
    atomic: false,
    inline: false,
    attributes: [],
    type: null,
    bodyRead: false,
  };
  while (!parser.failed() && oneSpecifier(parser, draft));
  const span =
    parser.previous.end <= first.start
      ? spanOf({ ...first, end: first.start })
      : parser.spanFrom(first);
  return {
    span,
    storage: draft.storage,
    qualifiers: qualifiersOf(draft),
    inline: draft.inline,
    attributes: draft.attributes,
    type: finishedType(draft, span),
  };
}

function qualifiersOf(draft: Draft): Qualifiers {
  return {
    const: draft.const,
    volatile: draft.volatile,
    restrict: draft.restrict,
    atomic: draft.atomic,
  };
}

function finishedType(draft: Draft, span: TypeSpecifier['span']): TypeSpecifier {
  if (draft.type !== null) return draft.type;
  const [first] = draft.words;
  if (first === undefined) return { kind: 'none', span: { ...span, end: span.start } };
  const last = draft.words[draft.words.length - 1] ?? first;
  return {
    kind: 'words',
    words: draft.words.map((token) => token.text),
    span: {
      file: first.file,
      start: first.start,
      end: last.file === first.file && last.end > first.start ? last.end : first.end,
    },
  };
}

/** Reads one specifier or qualifier; false if none comes next. */
function oneSpecifier(parser: Parser, draft: Draft): boolean {
  const { token } = parser;
  if (token.kind === 'identifier') return typedefName(parser, draft);
  if (token.kind !== 'keyword' || (token.startsLine && draft.bodyRead)) return false;
  if (TYPE_WORDS.has(token.text)) return typeWord(parser, draft);
  const storage = STORAGE.get(token.text);
  if (storage !== undefined) {
    // `int x static` is odd, but C11 6.11.5 only calls it obsolescent.
    parser.take();
    draft.storage.push({ name: storage, span: spanOf(token) });
    return true;
  }
  switch (token.text) {
    case 'const':
    case 'volatile':
    case 'restrict':
      parser.take();
      draft[token.text] = true;
      return true;
    case 'inline':
      parser.take();
      draft.inline = true;
      return true;
    case '_Noreturn':
      parser.take();
      draft.attributes.push({ kind: 'noreturn', span: spanOf(token) });
      return true;
    case '__attribute__':
    case '__extension__':
      draft.attributes.push(...attributes(parser));
      return true;
    case '_Atomic':
      return atomicSpecifier(parser, draft);
    case '_Alignas':
      return alignmentSpecifier(parser, draft);
    case 'struct':
    case 'union':
    case 'enum':
    case 'typeof':
      return otherType(parser, draft);
    default:
      return false;
  }
}

function typeWord(parser: Parser, draft: Draft): boolean {
  const { token } = parser;
  if (draft.type?.kind === 'none' && !token.startsLine) draft.type = null;
  if (draft.type !== null) {
    if (token.startsLine) return false;
    parser.report(
      'two-types',
      token,
      `this declaration already has a type before '${token.text}'`,
      {
        hint: `remove one of the two types, or put ',' or ';' between two declarations`,
        related: [{ message: 'the first type is here', span: draft.type.span }],
      },
    );
    parser.take();
    return true;
  }
  const last = draft.words[draft.words.length - 1];
  // `int` on a line of its own and another declaration on the next one.
  if (last !== undefined && token.startsLine && last.text === token.text) return false;
  draft.words.push(parser.take());
  return true;
}

function typedefName(parser: Parser, draft: Draft): boolean {
  if (draft.type !== null || draft.words.length > 0) return false;
  const { token } = parser;
  if (!isTypedefName(parser, token)) {
    if (!looksLikeType(parser)) return false;
    reportUnknownType(parser);
    if (parser.token.kind === 'keyword') return true;
  }
  const known = parser.scopes.lookUp(parser.token.text) === 'typedef';
  const taken = parser.take();
  draft.type = known
    ? { kind: 'typedef-name', name: taken.text, span: spanOf(taken) }
    : { kind: 'none', span: spanOf(taken) };
  return true;
}

function otherType(parser: Parser, draft: Draft): boolean {
  const { token } = parser;
  if (draft.type !== null || draft.words.length > 0) {
    if (token.startsLine) return false;
    parser.fail('two-types', token, `this declaration already has a type before '${token.text}'`, {
      hint: "remove one of the two types, or put ';' between two declarations",
    });
    return false;
  }
  if (token.text === 'typeof') draft.type = typeofSpecifier(parser);
  else draft.type = token.text === 'enum' ? enumSpecifier(parser) : recordSpecifier(parser);
  draft.bodyRead = parser.previous.text === '}' || parser.closesAll();
  return true;
}

/** `_Atomic` as qualifier, or `_Atomic(type)` (6.7.2.4) */
function atomicSpecifier(parser: Parser, draft: Draft): boolean {
  parser.take();
  draft.atomic = true;
  const open = parser.takeIf('(');
  if (open === null) return true;
  const type = typeName(parser);
  expectClosing(parser, open, ')');
  draft.type = { kind: 'typeof-type', type, span: type.span };
  return true;
}

/** alignment-specifier (6.7.5) */
function alignmentSpecifier(parser: Parser, draft: Draft): boolean {
  const word = parser.take();
  const open = parser.takeIf('(');
  if (open === null) {
    parser.fail(
      'expected-parenthesis',
      parser.token,
      `expected '(' after '${word.text}', but there is ${describe(parser.token)}`,
      {
        hint: 'write it as _Alignas(16)',
      },
    );
    return false;
  }
  const value = beginsType(parser)
    ? typeName(parser)
    : parser.grammar.conditionalExpression(parser);
  expectClosing(parser, open, ')');
  draft.attributes.push({ kind: 'aligned', value, standard: true, span: spanOf(word) });
  return true;
}

/** GNU's `typeof(expression)` or `typeof(type)` */
function typeofSpecifier(parser: Parser): TypeSpecifier {
  const first = parser.take();
  const open = parser.takeIf('(');
  if (open === null) {
    parser.fail(
      'expected-parenthesis',
      parser.token,
      `expected '(' after 'typeof', but there is ${describe(parser.token)}`,
      {
        hint: 'write it as typeof(x)',
      },
    );
    return { kind: 'none', span: spanOf(first) };
  }
  if (beginsType(parser)) {
    const type = typeName(parser);
    expectClosing(parser, open, ')');
    return { kind: 'typeof-type', type, span: parser.spanFrom(first) };
  }
  const operand = parser.grammar.expression(parser);
  expectClosing(parser, open, ')');
  return { kind: 'typeof-expression', operand, span: parser.spanFrom(first) };
}

function beginsType(parser: Parser): boolean {
  const { token } = parser;
  return (
    (token.kind === 'keyword' && TYPE_KEYWORDS.has(token.text)) || isTypedefName(parser, token)
  );
}

/** type-name (6.7.7) */
export function typeName(parser: Parser): TypeName {
  const first = parser.token;
  if (!beginsType(parser) && first.kind === 'identifier') reportUnknownType(parser);
  if (!parser.enter()) return emptyTypeName(first);
  const specifiers = declarationSpecifiers(parser);
  if (specifiers.type.kind === 'none' && parser.token === first && !parser.failed()) {
    parser.fail('expected-type', first, `expected a type, but there is ${describe(first)}`, {
      hint: 'write the name of a type, as int or struct point',
    });
  }
  const declarator = abstractDeclarator(parser);
  parser.leave();
  return { kind: 'type-name', specifiers, declarator, span: parser.spanFrom(first) };
}

function emptyTypeName(place: Token): TypeName {
  const span = spanOf(place);
  const specifiers: Specifiers = {
    span,
    storage: [],
    qualifiers: { const: false, volatile: false, restrict: false, atomic: false },
    inline: false,
    attributes: [],
    type: { kind: 'none', span },
  };
  return { kind: 'type-name', specifiers, declarator: { span, name: null, derivations: [] }, span };
}
