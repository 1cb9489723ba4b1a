/**
 * A function that is called without a declaration. gcc 12 warns and takes it as `int name()`, or, for
 * functions that the compiler itself knows (malloc, strlen, sqrt ...), as the library declares them.
 */
import type { Span } from '../source';
import type { StaticSymbol } from '../typed-tree';
import type { FunctionType, Type } from '../types';
import {
  CHAR,
  DOUBLE,
  FLOAT,
  INT,
  LONG,
  LONG_LONG,
  UNSIGNED,
  UNSIGNED_LONG,
  VOID,
  plain,
  pointerTo,
} from '../type-operations';
import type { Checker } from './checker';
import { suggestion } from './names';
import { declarationText } from './type-text';

/** Headers whose functions gcc knows without them. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'stdio.h',
  'stdlib.h',
  'string.h',
  'math.h',
  'ctype.h',
]);

/** The type of a function that gcc knows without its header; null if it is none. */
export function libraryFunctionType(checker: Checker, name: string): FunctionType | null {
  const known = checker.headers.lookup(name);
  return known?.kind === 'function' && BUILT_IN.has(known.header)
    ? typeOfDeclaration(known.declaration)
    : null;
}

export function implicitFunction(checker: Checker, name: string, span: Span): void {
  const known = checker.headers.lookup(name);
  const type = libraryFunctionType(checker, name);
  const symbol: StaticSymbol = checker.linkedSymbol(name) ?? {
    kind: 'static',
    name,
    linkage: 'external',
    type: plain(type ?? IMPLICIT),
    span,
    definition: null,
    owner: null,
    threadLocal: false,
  };
  checker.linked.set(name, symbol);
  if (/\b_Noreturn\b/.test(known?.declaration ?? '')) checker.noReturn.add(symbol);
  checker.scopes.declareAtFileScope(name, { kind: 'static', symbol, span });
  // Calls of the library's own functions are errors of their own.
  if (name.startsWith('__intrinsic_') || name === '__syscall') return;
  checker.implicit.set(symbol, { span, header: known?.header ?? null, later: null });
}

/** At the end of the unit: one message for each header that is missing, and for each other function. */
export function warnImplicitFunctions(checker: Checker): void {
  for (const [symbol, { span, header, later }] of checker.implicit) {
    if (checker.diagnostics.isFull) return;
    if (header !== null && checker.hasAskedFor(header, 'warning')) continue;
    checker.warning(
      'implicit-function',
      span,
      `the function '${symbol.name}' is called, but not declared before this line`,
      later === null
        ? {
            hint: `define it, or write its declaration, above this function`,
            ...suggestion(checker, symbol.name, span, true),
          }
        : {
            hint: `move it above this function, or write its declaration there: '${declarationText(symbol.type, symbol.name)};'`,
            related: [{ message: `'${symbol.name}' is declared here`, span: later }],
          },
    );
  }
}

const IMPLICIT: FunctionType = {
  kind: 'function',
  result: plain(INT),
  parameters: [],
  variadic: false,
  prototype: false,
};

const WORDS: Readonly<Record<string, Type>> = {
  void: VOID,
  char: CHAR,
  int: INT,
  unsigned: UNSIGNED,
  'unsigned int': UNSIGNED,
  long: LONG,
  'long long': LONG_LONG,
  'unsigned long': UNSIGNED_LONG,
  size_t: UNSIGNED_LONG,
  ssize_t: LONG,
  double: DOUBLE,
  float: FLOAT,
};

/** Reads a library header's prototype; null where it is more than words and stars. */
function typeOfDeclaration(declaration: string): FunctionType | null {
  const parts = /^(.*?)(\w+)\s*\(([^()]*)\)$/.exec(declaration);
  if (parts === null) return null;
  const result = typeOfWords(parts[1] ?? '', false);
  if (result === null) return null;
  const words = (parts[3] ?? '').trim();
  const list = words === 'void' || words === '' ? [] : words.split(',');
  const variadic = list[list.length - 1]?.trim() === '...';
  const parameters = (variadic ? list.slice(0, -1) : list).map((text) => typeOfWords(text, true));
  const known = parameters.filter((type) => type !== null);
  if (known.length !== parameters.length) return null;
  return {
    kind: 'function',
    result: plain(result),
    parameters: known.map((type) => plain(type)),
    variadic,
    prototype: true,
  };
}

function typeOfWords(text: string, named: boolean): Type | null {
  const stars = [...text].filter((character) => character === '*' || character === '[').length;
  const words = text
    .replace(/[*[\]]/g, ' ')
    .replace(/\b(_Noreturn|restrict)\b/g, ' ')
    .trim()
    .split(/\s+/);
  const isConst = words.includes('const');
  const rest = words.filter((word) => word !== 'const');
  const base =
    WORDS[rest.join(' ')] ?? (named ? WORDS[rest.slice(0, -1).join(' ')] : undefined) ?? null;
  if (base === null) return stars > 0 ? pointerTo(plain(VOID)) : null;
  let type: Type = base;
  for (let at = 0; at < stars; at += 1) {
    type = pointerTo({ type, const: isConst && at === 0, volatile: false });
  }
  return type;
}
