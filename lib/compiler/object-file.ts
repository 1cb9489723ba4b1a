/**
 * Object modules as text, so that what is compiled ahead can be bundled with the program: the module's
 * structure as JSON, its code words and bytes in base64. Texts are read by the build that made them.
 */
import type { Fixup, ObjectData, ObjectFunction, ObjectModule } from './object-module';

/** Word, index of its kind, target, addend. */
type StoredFixup = readonly [number, number, string, number];
const FIXUP_KINDS: readonly Fixup['kind'][] = ['address', 'code', 'thread'];
type StoredFunction = Omit<ObjectFunction, 'code' | 'targets' | 'lines' | 'fixups'> & {
  readonly fixups: readonly StoredFixup[];
  readonly code: string;
  readonly targets: string;
  readonly lines: string;
};
type StoredData = Omit<ObjectData, 'bytes'> & { readonly bytes: string | number };
type StoredModule = Omit<ObjectModule, 'functions' | 'data'> & {
  readonly functions: readonly StoredFunction[];
  readonly data: readonly StoredData[];
};

export function encodeObject(module: ObjectModule): string {
  const stored: StoredModule = {
    ...module,
    functions: module.functions.map((item) => ({
      ...item,
      code: encodeWords(item.code),
      targets: encodeWords(item.targets),
      lines: encodeWords(item.lines),
      fixups: item.fixups.map(
        ({ word, kind, target, addend }) =>
          [word, FIXUP_KINDS.indexOf(kind), target, addend] as const,
      ),
    })),
    data: module.data.map((item) => ({
      ...item,
      bytes: typeof item.bytes === 'number' ? item.bytes : encodeBytes([...item.bytes]),
    })),
  };
  return JSON.stringify(stored);
}

export function decodeObject(text: string): ObjectModule {
  const stored = JSON.parse(text) as StoredModule;
  return {
    ...stored,
    functions: stored.functions.map((item) => ({
      ...item,
      code: Int32Array.from(decodeWords(item.code)),
      targets: Int32Array.from(decodeWords(item.targets)),
      lines: decodeWords(item.lines),
      fixups: item.fixups.map(([word, kind, target, addend]) => ({
        word,
        kind: FIXUP_KINDS[kind] ?? 'address',
        target,
        addend,
      })),
    })),
    data: stored.data.map((item) => ({
      ...item,
      bytes: typeof item.bytes === 'number' ? item.bytes : Uint8Array.from(decodeBytes(item.bytes)),
    })),
  };
}

/** Seven bits a byte, least first, the sign in the lowest bit: most words are small. */
function encodeWords(words: Iterable<number>): string {
  const bytes: number[] = [];
  for (const word of words) {
    let rest = ((word << 1) ^ (word >> 31)) >>> 0;
    while (rest > 0x7f) {
      bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.push(rest);
  }
  return encodeBytes(bytes);
}

function decodeWords(text: string): number[] {
  const words: number[] = [];
  let word = 0;
  let shift = 0;
  for (const byte of decodeBytes(text)) {
    word |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte < 0x80) {
      words.push((word >>> 1) ^ -(word & 1));
      word = 0;
      shift = 0;
    }
  }
  return words;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  DIGITS.indexOf(String.fromCharCode(code)),
);

/** Base64 without padding. */
function encodeBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const rest = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += (DIGITS[group >> 18] ?? '') + (DIGITS[(group >> 12) & 63] ?? '');
    if (rest > 1) text += DIGITS[(group >> 6) & 63] ?? '';
    if (rest > 2) text += DIGITS[group & 63] ?? '';
  }
  return text;
}

function decodeBytes(text: string): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    held = (held << 6) | (VALUES[text.charCodeAt(at)] ?? 0);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}
