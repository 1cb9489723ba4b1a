/** Bytes as text, a character for each byte: as strace quotes them, and as readers of a figure want them. */

const CUT_AT = 32;
const NAMED: Readonly<Record<number, string>> = {
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
  34: '\\"',
  92: '\\\\',
};

/** In C's notation, cut with three dots as strace does. */
export function quotedBytes(bytes: string, countMax = CUT_AT): string {
  const shown = bytes.slice(0, countMax);
  let text = '';
  for (let k = 0; k < shown.length; k++)
    text += escaped(shown.charCodeAt(k), shown.charCodeAt(k + 1));
  return `"${text}"${bytes.length > countMax ? '...' : ''}`;
}

/** `next`: NaN at the end. A digit after an octal escape would be read as part of it. */
function escaped(code: number, next: number): string {
  const named = NAMED[code];
  if (named !== undefined) return named;
  if (code >= 32 && code < 127) return String.fromCharCode(code);
  const digits = code.toString(8);
  return `\\${next >= 48 && next <= 55 ? digits.padStart(3, '0') : digits}`;
}

const SHOWN_MAX = 24;

/**
 * What a message says: text where it is text, integers where it is 4 or 8 bytes of none. `byteCount` is the
 * whole length, of which `head` may be only the beginning.
 */
export function messageText(head: string, byteCount: number): string {
  const text = head.replace(/\0+$/, '');
  if (/^[\t\n\r -~]*$/.test(text) && (text !== '' || byteCount === 0)) {
    const shown = text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
    return `“${shown.replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}”`;
  }
  if (byteCount === 4 && head.length >= 4) return String(int32At(head, 0));
  if (byteCount === 8 && head.length >= 8) {
    const high = int32At(head, 4);
    const low = int32At(head, 0);
    // Two ints, or one long that is small.
    return high === 0 || high === -1 ? String(int64At(head, 0)) : `${low}, ${high}`;
  }
  return `${byteCount} bytes`;
}

export function int32At(bytes: string, at: number): number {
  let value = 0;
  for (let k = 3; k >= 0; k--) value = (value << 8) | (bytes.charCodeAt(at + k) || 0);
  return value;
}

export function int16At(bytes: string, at: number): number {
  return (((bytes.charCodeAt(at) || 0) | ((bytes.charCodeAt(at + 1) || 0) << 8)) << 16) >> 16;
}

/** Exact below 2^53. */
export function int64At(bytes: string, at: number): number {
  return int32At(bytes, at + 4) * 2 ** 32 + (int32At(bytes, at) >>> 0);
}
