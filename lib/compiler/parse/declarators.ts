/** Declarators, C11 6.7.6 and 6.7.7: pointers, arrays, functions, parentheses, inside out. */
import { spanOf, type Token } from '../lex/token';
import type {
  Attribute,
  Declarator,
  Derivation,
  Identifier,
  ParameterDeclaration,
  Qualifiers,
  Specifiers,
} from '../syntax-tree';
import { attributes } from './attributes';
import { isTypedefName, looksLikeType, reportUnknownType } from './guessed-types';
import { reportMissingName } from './missing-names';
import type { Parser } from './parser';
import { describe, expectClosing, placeOf, skipToClosing } from './recovery';
import { HEADER_OF_TYPE } from './type-hints';
import { DECLARATION_KEYWORDS, TYPE_KEYWORDS } from './words';

/** C11 5.2.4.1 asks for 12. */
const DERIVATIONS_MAX = 100;

/** Whether a name must, may or must not stand in a declarator. */
type NameRule = 'required' | 'optional' | 'none';

/** Identifiers of an old-style parameter list, `int f(a, b)`, by the derivation that has them. */
export const oldStyleNames = new WeakMap<Derivation, readonly Identifier[]>();

/** declarator (6.7.6) with a name; `what` says in messages what is declared: "this declaration". */
export function declarator(parser: Parser): Declarator {
  return readDeclarator(parser, 'required');
}

/** declarator or abstract-declarator: in a parameter either may stand. */
export function parameterDeclarator(parser: Parser): Declarator {
  return readDeclarator(parser, 'optional');
}

/** abstract-declarator (6.7.7), perhaps empty. */
export function abstractDeclarator(parser: Parser): Declarator {
  return readDeclarator(parser, 'none');
}

function readDeclarator(parser: Parser, rule: NameRule): Declarator {
  const first = parser.token;
  const at = parser.at;
  if (!parser.enter()) return { span: spanOf(first), name: null, derivations: [] };
  const pointers: Derivation[] = [];
  const found = [...attributes(parser)];
  while (parser.sees('*')) {
    const star = parser.take();
    pointers.push({ kind: 'pointer', qualifiers: qualifiers(parser), span: spanOf(star) });
  }
  const direct = directDeclarator(parser, rule);
  found.push(...direct.attributes, ...attributes(parser));
  parser.leave();
  pointers.reverse();
  if (pointers.length + direct.derivations.length > DERIVATIONS_MAX) {
    parser.giveUp(
      `this type has more than ${DERIVATIONS_MAX} pointers, arrays and functions in a row`,
    );
    pointers.length = 0;
    direct.derivations.length = 0;
  }
  return {
    span:
      parser.at > at
        ? parser.spanFrom(first)
        : { file: first.file, start: first.start, end: first.start },
    name: direct.name,
    derivations: [...direct.derivations, ...pointers],
    ...(found.length === 0 ? {} : { attributes: found }),
  };
}

/** type-qualifier-list (6.7.6) */
function qualifiers(parser: Parser): Qualifiers {
  const read = { const: false, volatile: false, restrict: false, atomic: false };
  for (;;) {
    if (parser.takeIf('const') !== null) read.const = true;
    else if (parser.takeIf('volatile') !== null) read.volatile = true;
    else if (parser.takeIf('restrict') !== null) read.restrict = true;
    else if (parser.takeIf('_Atomic') !== null) read.atomic = true;
    else if (parser.sees('__attribute__') || parser.sees('__extension__')) attributes(parser);
    else return read;
  }
}

interface Direct {
  readonly name: Identifier | null;
  readonly derivations: Derivation[];
  readonly attributes: readonly Attribute[];
}

/** direct-declarator and direct-abstract-declarator (6.7.6, 6.7.7) */
function directDeclarator(parser: Parser, rule: NameRule): Direct {
  const { token } = parser;
  let name: Identifier | null = null;
  const derivations: Derivation[] = [];
  let inside: readonly Attribute[] = [];
  if (token.kind === 'identifier' && rule !== 'none') {
    parser.take();
    name = { name: token.text, span: spanOf(token) };
  } else if (token.text === '(' && rule === 'required' && beginsParameterList(parser)) {
    parser.report('expected-name', token, "expected the name of this function before '('", {
      hint: 'write its name between the type and the parameters, as in int f(void)',
    });
    name = { name: '', span: spanOf(token) };
  } else if (token.text === '(' && (rule === 'required' || !beginsParameterList(parser))) {
    const open = parser.take();
    const inner = readDeclarator(parser, rule);
    expectClosing(parser, open, ')');
    name = inner.name;
    inside = inner.attributes ?? [];
    for (const derivation of inner.derivations) derivations.push(derivation);
  } else if (rule === 'required') {
    reportMissingName(parser);
    if (!parser.failed()) name = { name: parser.previous.text, span: spanOf(parser.previous) };
  }
  while (!parser.failed()) {
    if (parser.sees('[')) derivations.push(arraySuffix(parser));
    else if (parser.sees('(')) derivations.push(functionSuffix(parser));
    else break;
  }
  return { name, derivations, attributes: inside };
}

/** Behind a '(' in a declarator without a name: `int (int)` is a function, `int (*)` is not. */
function beginsParameterList(parser: Parser): boolean {
  const next = parser.peek(1);
  if (next.kind === 'keyword')
    return DECLARATION_KEYWORDS.has(next.text) && next.text !== '__attribute__';
  return (
    next.text === ')' ||
    next.text === '...' ||
    isTypedefName(parser, next) ||
    HEADER_OF_TYPE.has(next.text)
  );
}

/** '[' ... ']' (6.7.6.2) */
export function arraySuffix(parser: Parser): Derivation {
  const open = parser.take();
  let fixed = parser.takeIf('static') !== null;
  const read = qualifiers(parser);
  if (!fixed) fixed = parser.takeIf('static') !== null;
  const star = parser.sees('*') && parser.peek(1).text === ']';
  if (star) parser.take();
  const size = star || parser.sees(']') ? null : parser.grammar.conditionalExpression(parser);
  if (parser.failed()) {
    skipToBracket(parser);
  } else expectClosing(parser, open, ']');
  return { kind: 'array', size, star, qualifiers: read, span: parser.spanFrom(open) };
}

/** After an error in an array's size: behind its ']' if that is on the same line. */
function skipToBracket(parser: Parser): void {
  while (!parser.atEnd && !parser.token.startsLine && !parser.sees(';') && !parser.sees('{')) {
    if (parser.take().text === ']') {
      parser.failing = false;
      return;
    }
  }
}

/** '(' parameter-type-list or identifier-list ')' (6.7.6.3) */
function functionSuffix(parser: Parser): Derivation {
  const open = parser.take();
  if (parser.takeIf(')') !== null) {
    return {
      kind: 'function',
      parameters: [],
      variadic: false,
      unspecified: true,
      span: parser.spanFrom(open),
    };
  }
  if (parser.sees('void') && parser.peek(1).text === ')') {
    parser.take();
    parser.take();
    return {
      kind: 'function',
      parameters: [],
      variadic: false,
      unspecified: false,
      span: parser.spanFrom(open),
    };
  }
  if (beginsIdentifierList(parser)) return identifierList(parser, open);
  const parameters: ParameterDeclaration[] = [];
  let variadic = false;
  parser.scopes.open();
  while (!parser.atEnd) {
    if (parser.takeIf('...') !== null) {
      variadic = true;
      break;
    }
    parameters.push(parameterDeclaration(parser, parameters.length > 0));
    if (parser.failed()) skipParameter(parser);
    if (parser.sees(';') && !closesLine(parser)) {
      parser.report('expected-comma', parser.token, "parameters are separated by ',', not by ';'", {
        hint: "write ',' instead",
      });
      parser.take();
      continue;
    }
    if (parser.takeIf(',') === null && !commaIsMissing(parser)) break;
  }
  parser.scopes.close();
  expectClosing(parser, open, ')');
  return {
    kind: 'function',
    parameters,
    variadic,
    unspecified: false,
    span: parser.spanFrom(open),
  };
}

/** `int a int b`: reported, and read on. */
function commaIsMissing(parser: Parser): boolean {
  const { token } = parser;
  const type =
    (token.kind === 'keyword' && TYPE_KEYWORDS.has(token.text)) || isTypedefName(parser, token);
  if (!type || token.startsLine || parser.failed()) return false;
  parser.report('expected-comma', parser.afterPrevious, "expected ',' between two parameters", {
    hint: `put ',' before '${token.text}'`,
  });
  return true;
}

function closesLine(parser: Parser): boolean {
  return parser.peek(1).startsLine || parser.peek(1).kind === 'end';
}

function skipParameter(parser: Parser): void {
  const at = parser.at;
  skipToClosingOrComma(parser);
  // Without any progress the list's own recovery must go on.
  parser.failing = parser.at === at && !parser.sees(',') && !parser.sees(')');
  if (parser.failed()) {
    skipToClosing(parser);
    parser.failing = true;
  }
}

function skipToClosingOrComma(parser: Parser): void {
  let nesting = 0;
  while (!parser.atEnd && !parser.sees(';') && !parser.sees('{') && !parser.sees('}')) {
    if (nesting === 0 && (parser.sees(',') || parser.sees(')'))) return;
    if (parser.sees('(')) nesting += 1;
    if (parser.sees(')')) nesting -= 1;
    parser.take();
  }
}

/** parameter-declaration (6.7.6) */
function parameterDeclaration(parser: Parser, later: boolean): ParameterDeclaration {
  const first = parser.token;
  const at = parser.at;
  const next = parser.peek(1);
  let specifiers: Specifiers;
  if (
    first.kind === 'identifier' &&
    (later || /^[a-z]\w*$/.test(first.text)) &&
    !isTypedefName(parser, first) &&
    (next.text === ',' || next.text === ')') &&
    !HEADER_OF_TYPE.has(first.text)
  ) {
    parser.report('parameter-without-type', first, `parameter '${first.text}' has no type`, {
      hint: `write its type, as in int ${first.text}: every parameter has a type of its own`,
    });
    specifiers = intSpecifiers(first);
  } else if (
    first.kind === 'identifier' &&
    !isTypedefName(parser, first) &&
    !looksLikeType(parser)
  ) {
    reportUnknownType(parser);
    specifiers = parser.grammar.declarationSpecifiers(parser);
  } else specifiers = parser.grammar.declarationSpecifiers(parser);
  if (specifiers.type.kind === 'none' && parser.at === at && !parser.failed()) {
    parser.fail(
      'expected-parameter',
      placeOf(parser),
      `expected a parameter, but there is ${describe(parser.token)}`,
      {
        hint: parser.sees(')')
          ? "remove the ',' before it, or write another parameter"
          : 'a parameter is a type and a name, as in int count',
      },
    );
  }
  const declared = parameterDeclarator(parser);
  if (declared.name !== null) parser.scopes.declare(declared.name.name, 'ordinary');
  return { specifiers, declarator: declared, span: parser.spanFrom(first) };
}

/** `int`, as an undeclared type is read to go on. */
export function intSpecifiers(place: Token): Specifiers {
  const span = { file: place.file, start: place.start, end: place.start };
  return {
    span,
    storage: [],
    qualifiers: { const: false, volatile: false, restrict: false, atomic: false },
    inline: false,
    attributes: [],
    type: { kind: 'words', words: ['int'], span },
  };
}

/** Old-style (6.7.6.3p3): undeclared names only, and no type among them. */
function beginsIdentifierList(parser: Parser): boolean {
  for (let distance = 0; ; distance += 2) {
    const token = parser.peek(distance);
    if (
      token.kind !== 'identifier' ||
      isTypedefName(parser, token) ||
      HEADER_OF_TYPE.has(token.text)
    )
      return false;
    const after = parser.peek(distance + 1).text;
    if (after === ')') return true;
    if (after !== ',') return false;
  }
}

function identifierList(parser: Parser, open: Token): Derivation {
  const names: Identifier[] = [];
  const parameters: ParameterDeclaration[] = [];
  do {
    const token = parser.take();
    const name = { name: token.text, span: spanOf(token) };
    names.push(name);
    parameters.push({
      specifiers: intSpecifiers(token),
      declarator: { name, derivations: [], span: spanOf(token) },
      span: spanOf(token),
    });
  } while (parser.takeIf(',') !== null);
  expectClosing(parser, open, ')');
  const derivation: Derivation = {
    kind: 'function',
    parameters,
    variadic: false,
    unspecified: false,
    span: parser.spanFrom(open),
  };
  oldStyleNames.set(derivation, names);
  return derivation;
}
