/**
 * Which characters C's tokens are made of: C11 5.2.1 and annex D (characters in identifiers), and
 * the characters that only look as if they were C's.
 */

export const NAME_START = 1;
export const DIGIT = 2;

/** For codes below 128: NAME_START, DIGIT or 0. `$` is a letter, as gcc has it. */
export const ASCII_CLASS: Uint8Array = (() => {
  const classes = new Uint8Array(128);
  for (let code = 0; code < 128; code += 1) {
    const character = String.fromCharCode(code);
    if (/[A-Za-z_$]/.test(character)) classes[code] = NAME_START;
    else if (/[0-9]/.test(character)) classes[code] = DIGIT;
  }
  return classes;
})();

/** C11 annex D.1, without formatting characters that nobody can see. */
const IDENTIFIER_RANGES: readonly (readonly [number, number])[] = [
  [0xa8, 0xa8],
  [0xaa, 0xaa],
  [0xaf, 0xaf],
  [0xb2, 0xb5],
  [0xb7, 0xba],
  [0xbc, 0xbe],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x167f],
  [0x1681, 0x180d],
  [0x180f, 0x1fff],
  [0x203f, 0x2040],
  [0x2054, 0x2054],
  [0x2070, 0x218f],
  [0x2460, 0x24ff],
  [0x2776, 0x2793],
  [0x2c00, 0x2dff],
  [0x2e80, 0x2fff],
  [0x3004, 0x3007],
  [0x3021, 0x302f],
  [0x3031, 0xd7ff],
  [0xf900, 0xfd3d],
  [0xfd40, 0xfdcf],
  [0xfdf0, 0xfe44],
  [0xfe47, 0xfefe],
  [0xff10, 0xfffc],
  [0x10000, 0x1fffd],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];

/** Annex D.2: may not begin an identifier. */
const COMBINING_RANGES: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];

function within(ranges: readonly (readonly [number, number])[], code: number): boolean {
  return ranges.some(([first, last]) => first <= code && code <= last);
}

/** Whether a code point outside ASCII may stand in an identifier. */
export function isIdentifierCodePoint(code: number, first: boolean): boolean {
  if (LOOKALIKES.has(String.fromCodePoint(code))) return false;
  return within(IDENTIFIER_RANGES, code) && !(first && within(COMBINING_RANGES, code));
}

export const DOUBLE_QUOTES = '“”„‟«»″';
export const SINGLE_QUOTES = '‘’‚‛′';

/** What slides, word processors and keyboards of other scripts put in place of C's characters. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['\u00a0', ' '],
  ['\u2002', ' '],
  ['\u2003', ' '],
  ['\u2009', ' '],
  ['\u200b', ' '],
  ['\u200c', ' '],
  ['\u200d', ' '],
  ['\u200e', ' '],
  ['\u200f', ' '],
  ['\u202f', ' '],
  ['\u2060', ' '],
  ['\u3000', ' '],
  ['\ufeff', ' '],
  ['\u00ad', ' '],
  ['–', '-'],
  ['—', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['−', '-'],
  ['×', '*'],
  ['∗', '*'],
  ['÷', '/'],
  ['∕', '/'],
  ['\u037e', ';'],
  ['；', ';'],
  ['，', ','],
  ['、', ','],
  ['（', '('],
  ['）', ')'],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['＝', '='],
  ['＋', '+'],
  ['－', '-'],
  ['＊', '*'],
  ['＜', '<'],
  ['＞', '>'],
  ['！', '!'],
  ['＆', '&'],
  ['｜', '|'],
  ['＃', '#'],
  ['％', '%'],
  ['：', ':'],
  ['？', '?'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['…', '...'],
  ['ˆ', '^'],
]);
