/** Arguments of the printf and scanf families against their format, as gcc's -Wformat. */
import type { Span } from '../source';
import type { Expression, StaticSymbol } from '../typed-tree';
import type { Type } from '../types';
import {
  CHAR,
  DOUBLE,
  FLOAT,
  INT,
  LONG,
  LONG_DOUBLE,
  LONG_LONG,
  SHORT,
  SIGNED_CHAR,
  UNSIGNED,
  integerTypeOf,
  isCharacter,
  unsignedOf,
} from '../type-operations';
import { type Checker, textOf } from './checker';
import { isStringLiteral, withoutAmpersand } from './conversions';
import { type Conversion, type Length, conversionsOf } from './format-strings';
import { aType } from './type-text';
import { insertingBefore, replacing, type ProposedFix } from '../fixes';

interface Family {
  readonly scan: boolean;
  /** Index of the format among the arguments. */
  readonly format: number;
}

const FAMILIES: Readonly<Record<string, Family>> = {
  printf: { scan: false, format: 0 },
  fprintf: { scan: false, format: 1 },
  dprintf: { scan: false, format: 1 },
  sprintf: { scan: false, format: 1 },
  snprintf: { scan: false, format: 2 },
  scanf: { scan: true, format: 0 },
  fscanf: { scan: true, format: 1 },
  sscanf: { scan: true, format: 1 },
};

export function checkFormatCall(
  checker: Checker,
  symbol: StaticSymbol,
  args: readonly Expression[],
  span: Span,
): void {
  const family = FAMILIES[symbol.name];
  if (family === undefined || span.file.origin === 'library') return;
  if (symbol.span.file.origin !== 'library' && !checker.implicit.has(symbol)) return;
  const formatArgument = args[family.format];
  const format = formatArgument === undefined ? null : literalText(formatArgument);
  if (formatArgument === undefined || format === null) return;
  new FormatCheck(checker, symbol.name, family, formatArgument.span, args).run(format);
}

/** The characters of a string literal up to its end mark; null for anything else. */
function literalText(argument: Expression): string | null {
  const value = argument.kind === 'convert' ? argument.operand : argument;
  if (!isStringLiteral(value) || value.kind !== 'address-of' || value.place.kind !== 'static') {
    return null;
  }
  const { symbol } = value.place;
  if (symbol.definition?.kind !== 'data') return null;
  const { bytes } = symbol.definition;
  const end = bytes.indexOf(0);
  const { type } = symbol.type;
  if (type.kind !== 'array' || !isCharacter(type.of.type)) return null;
  return String.fromCharCode(...bytes.subarray(0, end === -1 ? bytes.length : Math.min(end, 8192)));
}

class FormatCheck {
  #next: number;

  constructor(
    readonly checker: Checker,
    readonly name: string,
    readonly family: Family,
    readonly formatSpan: Span,
    readonly args: readonly Expression[],
  ) {
    this.#next = family.format + 1;
  }

  run(format: string): void {
    const conversions = conversionsOf(format, this.family.scan);
    const wanted = conversions.reduce((sum, one) => sum + argumentsOf(one), 0);
    const given = this.args.length - this.family.format - 1;
    for (const conversion of conversions) {
      if (!this.#known(conversion)) return;
    }
    if (given < wanted) return this.#tooFew(conversions, wanted, given);
    for (const conversion of conversions) this.#conversion(conversion);
    const extra = this.args[this.#next];
    if (extra !== undefined) this.#tooMany(extra, wanted);
  }

  #known(conversion: Conversion): boolean {
    const letters = this.family.scan ? 'diouxXeEfFgGaAcspn[' : 'diouxXeEfFgGaAcspnm';
    if (conversion.letter === '') {
      this.#warn(
        this.formatSpan,
        `the format ends with a '%' alone`,
        `write '%%' for a percent sign`,
      );
      return false;
    }
    if (letters.includes(conversion.letter)) return true;
    const percent = conversion.text === '% ' || /^%[^a-zA-Z]/.test(conversion.text.slice(-2));
    this.#warn(
      this.formatSpan,
      `'${conversion.text.replace(/\n/g, '\\n')}' is no conversion that '${this.name}' knows`,
      percent ? `write '%%' for a percent sign` : undefined,
    );
    return false;
  }

  #tooFew(conversions: readonly Conversion[], wanted: number, given: number): void {
    const missing = conversions[given];
    this.#warn(
      this.formatSpan,
      `this format needs ${wanted} value${wanted === 1 ? '' : 's'}, but ${given === 0 ? 'none follows' : `only ${given} follow${given === 1 ? 's' : ''}`}`,
      missing === undefined ? undefined : `write a value for '${missing.text}' behind the format`,
    );
  }

  #tooMany(extra: Expression, wanted: number): void {
    this.#warn(
      extra.span,
      `'${textOf(extra.span)}' is not used: the format takes ${wanted === 0 ? 'no value' : `only ${wanted} value${wanted === 1 ? '' : 's'}`}`,
      this.family.scan || wanted > 0
        ? undefined
        : `put a conversion like '${conversionFor(extra)}' into the format`,
    );
  }

  #take(): { readonly value: Expression; readonly number: number } | null {
    const value = this.args[this.#next];
    this.#next += 1;
    return value === undefined ? null : { value, number: this.#next };
  }

  #conversion(conversion: Conversion): void {
    for (let star = 0; star < conversion.stars; star += 1) {
      const width = this.#take();
      if (width !== null && integerTypeOf(width.value.type)?.bytes !== 4) {
        this.#warn(
          width.value.span,
          `the '*' in '${conversion.text}' takes an 'int', but argument ${width.number} is ${aType(width.value.type)}`,
        );
      }
    }
    if (conversion.suppressed || conversion.letter === 'm') return;
    const argument = this.#take();
    if (argument === null || argument.value.type.kind === 'error') return;
    if (this.family.scan) this.#scanned(conversion, argument.value, argument.number);
    else this.#printed(conversion, argument.value, argument.number);
  }

  #printed(conversion: Conversion, value: Expression, number: number): void {
    const expected = printedType(conversion);
    if (expected === null || printable(conversion, expected, value.type)) return;
    const text = textOf(value.span);
    const right = conversionFor(value);
    const uncalled = value.kind === 'function-address';
    this.#warn(
      value.span,
      `'${conversion.text}' prints ${expected.words}, but argument ${number} ('${text}') is ${aType(value.type)}`,
      uncalled ? `call it: '${text}()'` : right === null ? undefined : `write '${right}'`,
      uncalled
        ? replacing(value.span, text, `${text}()`)
        : right === null
          ? null
          : this.#otherConversion(conversion, right),
    );
  }

  #scanned(conversion: Conversion, value: Expression, number: number): void {
    const target = scannedType(conversion);
    if (target === null) return;
    const { type } = value;
    const text = textOf(value.span);
    if (type.kind !== 'pointer') {
      const same = scannable(target, type) && value.kind === 'load';
      this.#warn(
        value.span,
        `'${conversion.text}' stores through a pointer, but argument ${number} ('${text}') is ${aType(type)} itself`,
        same || value.kind === 'load' ? `put '&' in front: '&${text}'` : undefined,
        value.kind === 'load' ? insertingBefore(value.span, '&') : null,
      );
      return;
    }
    const pointed = type.to.type;
    if (type.to.const) {
      this.#warn(
        value.span,
        `'${conversion.text}' stores into argument ${number} ('${text}'), but that is const`,
      );
      return;
    }
    if (scannable(target, pointed)) return;
    const stored = 's['.includes(conversion.letter) ? 'characters' : aType(target);
    const isText = isCharacter(target) && pointed.kind === 'array' && isCharacter(pointed.of.type);
    const right = scanHint(pointed);
    const conversionMeant = /'(%\w+)'/.exec(right ?? '')?.[1];
    this.#warn(
      value.span,
      `'${conversion.text}' stores ${stored}, but argument ${number} ('${text}') points to ${aType(pointed)}`,
      isText ? `leave out the '&': an array's name is its address already` : right,
      isText
        ? withoutAmpersand(value.span)
        : conversionMeant === undefined
          ? null
          : this.#otherConversion(conversion, conversionMeant),
    );
  }

  /** `%5d` as `%5ld`: flags and width stay. None where the format holds the same text twice. */
  #otherConversion({ text }: Conversion, meant: string): ProposedFix | null {
    const { file, start, end } = this.formatSpan;
    const source = file.text.slice(start, end);
    const at = source.indexOf(text);
    const next = source.charAt(at + text.length);
    if (at === -1 || source.includes(text, at + 1)) return null;
    if (source.charAt(at - 1) === '%' || next === '') return null;
    const changed = text.replace(/(?:hh|ll|[hlLjzt])?[a-zA-Z]$/, meant.slice(1));
    return replacing({ file, start: start + at, end: start + at + text.length }, text, changed);
  }

  #warn(span: Span, message: string, hint?: string, fix: ProposedFix | null = null): void {
    this.checker.warning('format', span, message, hint === undefined ? {} : { hint, fix });
  }
}

function argumentsOf(conversion: Conversion): number {
  if (conversion.suppressed || conversion.letter === 'm') return conversion.stars;
  return conversion.stars + 1;
}

interface Expected {
  readonly type: Type | 'string' | 'pointer';
  readonly words: string;
}

function integerOf(length: Length): Type {
  switch (length) {
    case 'l':
    case 'j':
    case 'z':
    case 't':
      return LONG;
    case 'll':
      return LONG_LONG;
    default:
      return INT;
  }
}

function printedType({ letter, length }: Conversion): Expected | null {
  if ('di'.includes(letter)) return named(integerOf(length));
  if ('ouxX'.includes(letter)) {
    const integer = integerTypeOf(integerOf(length)) ?? INT;
    return named(unsignedOf(integer));
  }
  if ('fFeEgGaA'.includes(letter)) return named(length === 'L' ? LONG_DOUBLE : DOUBLE);
  if (letter === 'c') return { type: INT, words: `a character` };
  if (letter === 's')
    return length === 'l' ? null : { type: 'string', words: `a string ('char *')` };
  if (letter === 'p') return { type: 'pointer', words: `a pointer` };
  return null;
}

function named(type: Type): Expected {
  return { type, words: aType(type) };
}

function printable(conversion: Conversion, expected: Expected, type: Type): boolean {
  if (expected.type === 'pointer') return type.kind === 'pointer';
  if (expected.type === 'string') return type.kind === 'pointer' && isCharacter(type.to.type);
  if (expected.type.kind === 'floating') {
    return type.kind === 'floating' && type.name === expected.type.name;
  }
  return sameInteger(expected.type, type);
}

/** Signed and unsigned pass for each other, as without -Wformat-signedness. */
function sameInteger(expected: Type, type: Type): boolean {
  const a = integerTypeOf(expected);
  const b = integerTypeOf(type);
  return a !== null && b !== null && unsignedOf(a).name === unsignedOf(b).name;
}

function scannedType({ letter, length }: Conversion): Type | null {
  if ('dioxXu'.includes(letter) || letter === 'n') {
    if (length === 'hh') return SIGNED_CHAR;
    return length === 'h' ? SHORT : integerOf(length);
  }
  if ('fFeEgGaA'.includes(letter)) {
    return length === 'L' ? LONG_DOUBLE : length === 'l' ? DOUBLE : FLOAT;
  }
  return length === '' && 'cs['.includes(letter) ? CHAR : null;
}

function scannable(target: Type, type: Type): boolean {
  if (isCharacter(target)) return isCharacter(type);
  if (target.kind === 'floating') return type.kind === 'floating' && type.name === target.name;
  return sameInteger(target, type);
}

function scanHint(type: Type): string | undefined {
  if (type.kind === 'floating') {
    const letter = { float: '%f', double: '%lf', 'long double': '%Lf' }[type.name];
    return `write '${letter}'`;
  }
  const integer = integerTypeOf(type);
  if (integer === null) return undefined;
  if (integer.name === '_Bool') return `read into an 'int' first`;
  const lengths: Readonly<Record<number, string>> = { 1: '', 2: 'h', 3: '', 4: 'l', 5: 'll' };
  const letter = isCharacter(integer) ? 'c' : integer.signed ? 'd' : 'u';
  return `write '%${lengths[integer.rank] ?? ''}${letter}'`;
}

/** The conversion that prints a value; null if there is none. */
function conversionFor(value: Expression): string | null {
  const { type } = value;
  if (type.kind === 'floating') return type.name === 'long double' ? '%Lf' : '%f';
  if (type.kind === 'pointer') return isCharacter(type.to.type) ? '%s' : '%p';
  const integer = integerTypeOf(type);
  if (integer === null) return null;
  const character = value.kind === 'convert' && isCharacter(value.operand.type);
  if (character || textOf(value.span).startsWith("'")) return '%c';
  if (integer.name === 'unsigned long' && /^(sizeof|strlen)\b/.test(textOf(value.span)))
    return '%zu';
  const lengths: Readonly<Record<number, string>> = { 4: 'l', 5: 'll' };
  return `%${lengths[integer.rank] ?? ''}${integer.signed || integer.rank < UNSIGNED.rank ? 'd' : 'u'}`;
}
