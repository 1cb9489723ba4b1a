/**
 * Character constants and string literals, C11 6.4.4.4 and 6.4.5: the text between the quotes -> its
 * units. Execution characters are UTF-8, wchar_t and char32_t UTF-32, char16_t UTF-16, as gcc has
 * them on Linux. Problems are reported at their place in the token.
 */
import type { Diagnostics } from '../diagnostics';
import type { Span } from '../source';
import type { Token } from './token';

export type CharacterPrefix = '' | 'L' | 'u' | 'U';
export type StringPrefix = CharacterPrefix | 'u8';

/** Splits a token's text into prefix and content. */
export function takeQuotesOff(text: string): {
  readonly prefix: StringPrefix;
  readonly content: string;
} {
  const open =
    text.charAt(0) === '"' || text.charAt(0) === "'" ? 0 : text.charAt(1) === '8' ? 2 : 1;
  return {
    prefix: text.slice(0, open) as StringPrefix,
    content: text.slice(open + 1, -1),
  };
}

/** One element of a literal: a character of the source, or a numeric escape's value as it is. */
interface Unit {
  readonly value: number;
  readonly numeric: boolean;
}

const SIMPLE_ESCAPES: ReadonlyMap<string, number> = new Map([
  ["'", 39],
  ['"', 34],
  ['?', 63],
  ['\\', 92],
  ['a', 7],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
  // GNU's
  ['e', 27],
  ['E', 27],
]);

function* units(
  token: Token,
  content: string,
  bits: number,
  diagnostics: Diagnostics,
): Generator<Unit> {
  const place = escapePlaces(token, content);
  let at = 0;
  while (at < content.length) {
    if (content.charAt(at) !== '\\') {
      const value = content.codePointAt(at) ?? 0;
      at += value > 0xffff ? 2 : 1;
      yield { value, numeric: false };
      continue;
    }
    const escape = readEscape(content, at);
    at += escape.length;
    if (escape.problem !== null) {
      const span = place(at - escape.length, escape.length);
      const { code, message, hint } = escape.problem;
      if (escape.problem.fatal) diagnostics.error(code, span, message, { hint });
      else diagnostics.warning(code, span, message, { hint });
    }
    if (escape.numeric && escape.value >= 2 ** bits) {
      diagnostics.warning(
        'escape-out-of-range',
        place(at - escape.length, escape.length),
        `the value of this escape sequence does not fit into a character of ${bits} bits`,
        {
          hint: 'a hexadecimal escape takes all hexadecimal digits that follow: write fewer, or end the text and begin a new one',
        },
      );
    }
    yield { value: escape.value, numeric: escape.numeric };
  }
}

interface Escape extends Unit {
  readonly length: number;
  readonly problem: {
    readonly fatal: boolean;
    readonly code: string;
    readonly message: string;
    readonly hint: string;
  } | null;
}

/** An escape sequence, its backslash at `at`. */
function readEscape(content: string, at: number): Escape {
  const letter = content.charAt(at + 1);
  const simple = SIMPLE_ESCAPES.get(letter);
  if (simple !== undefined) return { value: simple, numeric: true, length: 2, problem: null };
  const rest = content.slice(at + 1, at + 64);
  const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
  if (octal !== undefined) {
    return { value: parseInt(octal, 8), numeric: true, length: 1 + octal.length, problem: null };
  }
  if (letter === 'x') return hexadecimalEscape(content, at);
  if (letter === 'u' || letter === 'U') return universalEscape(rest, letter);
  const character = String.fromCodePoint(content.codePointAt(at + 1) ?? 92);
  return {
    value: character.codePointAt(0) ?? 92,
    numeric: false,
    length: 1 + (at + 1 < content.length ? character.length : 0),
    problem: {
      fatal: false,
      code: 'unknown-escape',
      message: `'\\${character}' is no escape sequence that C knows; it is read as '${character}'`,
      hint: `for a backslash write \\\\, for a new line \\n`,
    },
  };
}

function hexadecimalEscape(content: string, at: number): Escape {
  let end = at + 2;
  let value = 0;
  for (; /^[0-9a-fA-F]$/.test(content.charAt(end)); end += 1) {
    value = Math.min(value * 16 + parseInt(content.charAt(end), 16), 2 ** 40);
  }
  return {
    value,
    numeric: true,
    length: end - at,
    problem:
      end > at + 2
        ? null
        : {
            fatal: true,
            code: 'bad-escape',
            message: `'\\x' is followed by no hexadecimal digit`,
            hint: 'write the digits, as in \\x41',
          },
  };
}

function universalEscape(rest: string, letter: 'u' | 'U'): Escape {
  const digits = letter === 'u' ? 4 : 8;
  const found = /^[uU]([0-9a-fA-F]*)/.exec(rest.slice(0, 1 + digits))?.[1] ?? '';
  const value = found === '' ? 0 : parseInt(found, 16);
  const valid = found.length === digits && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
  return {
    value: valid ? value : 0xfffd,
    numeric: false,
    length: 2 + found.length,
    problem: valid
      ? null
      : {
          fatal: true,
          code: 'bad-escape',
          message: `'\\${letter}${found}' names no character: \\${letter} takes ${digits} hexadecimal digits`,
          hint: `write it as \\${letter}${'00e9'.padStart(digits, '0')}, or type the character itself`,
        },
  };
}

/** Places of parts of the content; the whole token if a macro or a line splice moved things. */
function escapePlaces(token: Token, content: string): (at: number, length: number) => Span {
  const base = token.madeBy === null ? token.end - 1 - content.length : -1;
  const written = token.file.text.slice(base, token.end - 1);
  if (base < token.start || written !== content) return () => token;
  return (at, length) => ({ file: token.file, start: base + at, end: base + at + length });
}

function unitBits(prefix: StringPrefix): 8 | 16 | 32 {
  return prefix === '' || prefix === 'u8' ? 8 : prefix === 'u' ? 16 : 32;
}

function* encoded(unit: Unit, bits: 8 | 16 | 32): Generator<number> {
  const { value } = unit;
  if (unit.numeric) yield bits === 32 ? value >>> 0 : value & (2 ** bits - 1);
  else if (bits === 32) yield value;
  else if (bits === 16) {
    if (value > 0xffff) {
      yield 0xd800 + ((value - 0x10000) >> 10);
      yield 0xdc00 + ((value - 0x10000) & 0x3ff);
    } else yield value;
  } else if (value < 0x80) yield value;
  else if (value < 0x800) {
    yield 0xc0 | (value >> 6);
    yield 0x80 | (value & 63);
  } else if (value < 0x10000) {
    yield 0xe0 | (value >> 12);
    yield 0x80 | ((value >> 6) & 63);
    yield 0x80 | (value & 63);
  } else {
    yield 0xf0 | (value >> 18);
    yield 0x80 | ((value >> 12) & 63);
    yield 0x80 | ((value >> 6) & 63);
    yield 0x80 | (value & 63);
  }
}

export interface StringConstant {
  readonly units: readonly number[];
  readonly prefix: StringPrefix;
}

/** Adjacent string literals joined (translation phase 6), without the terminating zero. */
export function readStringLiterals(
  tokens: readonly Token[],
  diagnostics: Diagnostics,
): StringConstant {
  let prefix: StringPrefix = '';
  for (const token of tokens) {
    const own = takeQuotesOff(token.text).prefix;
    if (own === '' || own === prefix) continue;
    if (prefix === '') prefix = own;
    else {
      diagnostics.error(
        'mixed-string-prefixes',
        token,
        `texts with the prefixes ${prefix} and ${own} cannot be joined into one`,
        { hint: 'give both the same prefix' },
      );
    }
  }
  const bits = unitBits(prefix);
  const joined: number[] = [];
  for (const token of tokens) {
    const { content } = takeQuotesOff(token.text);
    for (const unit of units(token, content, bits, diagnostics))
      joined.push(...encoded(unit, bits));
  }
  return { units: joined, prefix };
}

export interface CharacterConstant {
  readonly value: number;
  readonly prefix: CharacterPrefix;
}

/** null if it is no character constant; that has been reported. Several characters make one int as gcc makes it. */
export function readCharacterConstant(
  token: Token,
  diagnostics: Diagnostics,
): CharacterConstant | null {
  const { prefix: read, content } = takeQuotesOff(token.text);
  const prefix = read === 'u8' ? '' : read;
  const bits = unitBits(prefix);
  if (content === '') {
    diagnostics.error('empty-character', token, 'there is no character between these quotes', {
      hint: `write the character, as in 'a', or '\\0' for the end of a text`,
    });
    return null;
  }
  const values: number[] = [];
  for (const unit of units(token, content, bits, diagnostics)) {
    values.push(...encoded(unit, bits));
    if (values.length > 4) break;
  }
  const several = `these single quotes hold ${Array.from(content).length > 4 ? 'a whole text' : 'more than one character'}; single quotes are for one character`;
  const hint = `for a text write "${content.slice(0, 40)}"`;
  if (values.length > 4) {
    diagnostics.error('multi-character', token, several, { hint });
    return null;
  }
  if (values.length === 1) {
    const value = values[0] ?? 0;
    // Plain char is signed, wchar_t is int.
    return {
      value: prefix === '' ? (value << 24) >> 24 : prefix === 'L' ? value | 0 : value,
      prefix,
    };
  }
  diagnostics.warning('multi-character', token, several, { hint });
  const last = values[values.length - 1] ?? 0;
  return {
    value: prefix === '' ? values.reduce((sum, value) => (sum << 8) | value, 0) : last,
    prefix,
  };
}
