/** The little language of printf and scanf formats (C11 7.21.6.1, 7.21.6.2, with POSIX's `%m`). */

export type Length = '' | 'hh' | 'h' | 'l' | 'll' | 'j' | 'z' | 't' | 'L';

export interface Conversion {
  /** As written: "%-5ld". */
  readonly text: string;
  readonly length: Length;
  /** One letter; "[" for a scanf set; "" if the format ends in the middle. */
  readonly letter: string;
  /** printf: `*` as width or precision takes an int each. */
  readonly stars: number;
  /** scanf: `*` reads and stores nothing. */
  readonly suppressed: boolean;
}

/** Conversions in order, `%%` left out. */
export function conversionsOf(format: string, scan: boolean): readonly Conversion[] {
  const found: Conversion[] = [];
  let at = format.indexOf('%');
  while (at !== -1) {
    if (format[at + 1] === '%') {
      at = format.indexOf('%', at + 2);
      continue;
    }
    const rest = format.slice(at);
    const parts = (scan ? SCAN : PRINT).exec(rest);
    const head = parts?.[0] ?? '%';
    const letter = rest[head.length] ?? '';
    let end = at + head.length + 1;
    if (scan && letter === '[') end = endOfSet(format, end);
    found.push({
      text: format.slice(at, end),
      length: lengthOf(parts?.groups?.['length'] ?? ''),
      letter,
      stars: scan ? 0 : [...head].filter((character) => character === '*').length,
      suppressed: scan && head.includes('*'),
    });
    at = format.indexOf('%', end);
  }
  return found;
}

const LENGTH = '(?<length>hh|h|ll|l|j|z|t|L)?';
const PRINT = new RegExp(`^%[-+ #0']*(?:\\d+|\\*)?(?:\\.(?:\\d+|\\*)?)?${LENGTH}`);
const SCAN = new RegExp(`^%\\*?\\d*m?${LENGTH}`);

function lengthOf(text: string): Length {
  switch (text) {
    case 'hh':
    case 'h':
    case 'l':
    case 'll':
    case 'j':
    case 'z':
    case 't':
    case 'L':
      return text;
    default:
      return '';
  }
}

/** Behind the ']' that ends a set; the first character of it may be ']' itself. */
function endOfSet(format: string, start: number): number {
  let at = start;
  if (format[at] === '^') at += 1;
  if (format[at] === ']') at += 1;
  const close = format.indexOf(']', at);
  return close === -1 ? format.length : close + 1;
}
