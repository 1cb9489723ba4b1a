/** Characters, text and floating-point numbers as C writes them. */
import { decodeUtf8 } from '../../abi/utf8';

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0, '\\0'],
  [7, '\\a'],
  [8, '\\b'],
  [9, '\\t'],
  [10, '\\n'],
  [11, '\\v'],
  [12, '\\f'],
  [13, '\\r'],
  [92, '\\\\'],
]);

/** `'A'`, `'\n'`, `'\377'`. */
export function characterText(value: number): string {
  const byte = value & 0xff;
  if (byte === 39) return "'\\''";
  return `'${byte < 128 ? escaped(byte) : octal(byte)}'`;
}

/** What is before the first zero, in quotes; "…" after it where that is more than `bytesMax`. */
export function quotedText(bytes: Uint8Array, bytesMax: number): string {
  const end = bytes.indexOf(0);
  const text = bytes.subarray(0, end < 0 ? bytes.length : end);
  const isCut = text.length > bytesMax;
  const shown = decodeUtf8(isCut ? text.subarray(0, bytesMax) : text);
  let quoted = '';
  for (const character of shown) {
    const code = character.codePointAt(0) ?? 0;
    quoted += character === '"' ? '\\"' : code < 128 ? escaped(code) : character;
  }
  return `"${quoted}"${isCut ? '…' : ''}`;
}

function escaped(byte: number): string {
  const known = ESCAPES.get(byte);
  if (known !== undefined) return known;
  return byte < 32 || byte === 127 ? octal(byte) : String.fromCharCode(byte);
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

/** Exact to the last digit that tells it from its neighbours. */
export function floatingText(value: number, type: 'float' | 'double'): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0';
  if (type === 'double') return String(value);
  for (let digits = 6; digits <= 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(value);
}
