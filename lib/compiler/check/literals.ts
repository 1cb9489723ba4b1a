/** Constants and string literals (C11 6.4.4, 6.4.5), `__func__` (6.4.2.2). */
import type { Span } from '../source';
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression, Place, StaticSymbol } from '../typed-tree';
import type { IntegerType, Type } from '../types';
import {
  CHAR,
  DOUBLE,
  FLOAT,
  INT,
  LONG,
  LONG_DOUBLE,
  LONG_LONG,
  UNSIGNED,
  UNSIGNED_LONG,
  UNSIGNED_LONG_LONG,
  UNSIGNED_SHORT,
  WCHAR_T,
  constant,
  fitsInteger,
  plain,
} from '../type-operations';
import type { Checker } from './checker';
import { floatingConstant, integerConstant } from './fold';
import type { FunctionState } from './function-state';

type Syntax<K extends SyntaxExpression['kind']> = Extract<SyntaxExpression, { kind: K }>;

/** The first type of the list in 6.4.4.1:5 that can hold the value. */
export function checkInteger(checker: Checker, syntax: Syntax<'integer'>): Expression {
  const unsigned = syntax.suffix.includes('u');
  const longs = syntax.suffix.replace('u', '').length;
  const signedTypes: IntegerType[] = [INT, LONG, LONG_LONG].slice(longs);
  const unsignedTypes: IntegerType[] = [UNSIGNED, UNSIGNED_LONG, UNSIGNED_LONG_LONG].slice(longs);
  const candidates = unsigned
    ? unsignedTypes
    : syntax.decimal
      ? signedTypes
      : signedTypes.flatMap((type, index) => [type, unsignedTypes[index] ?? type]);
  const type = candidates.find((candidate) => fitsInteger(syntax.value, candidate));
  if (type !== undefined) return integerConstant(syntax.value, type, syntax.span);
  checker.warning(
    'integer-too-large',
    syntax.span,
    fitsInteger(syntax.value, UNSIGNED_LONG)
      ? `this number is so large that only an unsigned type can hold it`
      : `this number is too large for any integer type`,
  );
  return integerConstant(syntax.value, UNSIGNED_LONG, syntax.span);
}

export function checkFloating(syntax: Syntax<'floating'>): Expression {
  const type = syntax.suffix === 'f' ? FLOAT : syntax.suffix === 'l' ? LONG_DOUBLE : DOUBLE;
  return floatingConstant(syntax.value, type, syntax.span);
}

/** An unprefixed character constant is an int with the value of a (signed) char. */
export function checkCharacter(syntax: Syntax<'character'>): Expression {
  const type = syntax.prefix === '' ? INT : elementType(syntax.prefix);
  return integerConstant(BigInt(syntax.value), type, syntax.span);
}

export function elementType(prefix: '' | 'u8' | 'L' | 'u' | 'U'): IntegerType {
  switch (prefix) {
    case '':
    case 'u8':
      return CHAR;
    case 'L':
      return WCHAR_T;
    case 'u':
      return UNSIGNED_SHORT;
    case 'U':
      return UNSIGNED;
  }
}

/** Code units as the array holds them: char16_t splits what lies above 0xffff. */
export function stringUnits(syntax: Syntax<'string'>): readonly number[] {
  if (syntax.prefix !== 'u') return syntax.units;
  return syntax.units.flatMap((unit) =>
    unit > 0xffff
      ? [0xd800 + ((unit - 0x10000) >> 10), 0xdc00 + ((unit - 0x10000) & 0x3ff)]
      : [unit],
  );
}

/** The array of a string literal; equal literals share one. */
export function checkString(checker: Checker, syntax: Syntax<'string'>): Place {
  const element = elementType(syntax.prefix);
  const units = stringUnits(syntax);
  const key = `${element.name} ${units.join()}`;
  let symbol = checker.strings.get(key);
  if (symbol === undefined) {
    symbol = stringSymbol(literalText(units), element, units, syntax.span);
    checker.strings.set(key, symbol);
  }
  checker.use(symbol);
  return { kind: 'static', symbol, type: symbol.type, span: syntax.span };
}

function stringSymbol(
  name: string,
  element: IntegerType,
  units: readonly number[],
  span: Span,
): StaticSymbol {
  const type: Type = { kind: 'array', of: plain(element), count: units.length + 1 };
  const bytes = new Uint8Array(element.bytes * (units.length + 1));
  const view = new DataView(bytes.buffer);
  units.forEach((unit, index) => {
    if (element.bytes === 1) view.setUint8(index, unit & 0xff);
    else if (element.bytes === 2) view.setUint16(index * 2, unit, true);
    else view.setUint32(index * 4, unit >>> 0, true);
  });
  return {
    kind: 'static',
    name,
    linkage: 'internal',
    type: plain(type),
    span,
    definition: {
      kind: 'data',
      bytes,
      size: bytes.length,
      relocations: [],
      readOnly: true,
      zero: false,
      alignment: element.bytes,
      tentative: false,
    },
    owner: null,
    threadLocal: false,
  };
}

const NAMED_CHARACTERS_MAX = 32;

/** The literal as messages show it: quoted, shortened, escapes for what is not printable. */
function literalText(units: readonly number[]): string {
  const shown = units.slice(0, NAMED_CHARACTERS_MAX).map((unit) => {
    if (unit === 10) return '\\n';
    if (unit === 9) return '\\t';
    if (unit === 34) return '\\"';
    if (unit === 92) return '\\\\';
    return unit >= 32 && unit < 127 ? String.fromCharCode(unit) : '?';
  });
  return `"${shown.join('')}${units.length > NAMED_CHARACTERS_MAX ? '...' : ''}"`;
}

/** `static const char __func__[] = "name";`, made when it is first used. */
export function functionName(checker: Checker, state: FunctionState, span: Span): Place {
  if (state.nameSymbol === null) {
    const units = [...state.name].map((character) => character.charCodeAt(0));
    const made = stringSymbol('__func__', CHAR, units, span);
    const type: Type = { kind: 'array', of: constant(CHAR), count: units.length + 1 };
    state.nameSymbol = { ...made, owner: state.name, type: plain(type) };
  }
  checker.use(state.nameSymbol);
  return { kind: 'static', symbol: state.nameSymbol, type: state.nameSymbol.type, span };
}
