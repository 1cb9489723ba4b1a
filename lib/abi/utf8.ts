/**
 * Text <-> UTF-8 without TextEncoder, which the pure core's library lacks. Ill-formed bytes decode to
 * U+FFFD, one a byte; lone surrogates encode as U+FFFD.
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0) ?? 0xfffd;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x1_0000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(bytes);
}

export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let pending: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const [code, length] = decodeOne(bytes, at);
    pending.push(code);
    at += length;
    if (pending.length === 4096) {
      text += String.fromCodePoint(...pending);
      pending = [];
    }
  }
  return text + String.fromCodePoint(...pending);
}

function decodeOne(bytes: Uint8Array, at: number): [code: number, length: number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, 1];
  const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  if (first < 0xc2 || first > 0xf4 || at + more >= bytes.length) return [0xfffd, 1];
  let code = first & (0x3f >> more);
  for (let k = 1; k <= more; k++) {
    const next = bytes[at + k] ?? 0;
    if ((next & 0xc0) !== 0x80) return [0xfffd, 1];
    code = (code << 6) | (next & 63);
  }
  const least = more === 3 ? 0x1_0000 : more === 2 ? 0x800 : 0x80;
  if (code < least || code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff)) return [0xfffd, 1];
  return [code, more + 1];
}
