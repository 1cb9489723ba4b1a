import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from './utf8';

const texts = ['', 'abc', 'zażółć', '日本語', '😀', '\u007f\u0080\u07ff\u0800\uffff', 'a\0b'];

describe('UTF-8', () => {
  it.each(texts)('encodes and decodes %j as the platform does', (text) => {
    const bytes = new TextEncoder().encode(text);
    expect([...encodeUtf8(text)]).toEqual([...bytes]);
    expect(decodeUtf8(bytes)).toBe(text);
  });

  it('decodes ill-formed bytes one by one', () => {
    expect(decodeUtf8(Uint8Array.of(0x61, 0xff, 0x62))).toBe('a\ufffdb');
    expect(decodeUtf8(Uint8Array.of(0xc3))).toBe('\ufffd');
    expect(decodeUtf8(Uint8Array.of(0xc0, 0x80))).toBe('\ufffd\ufffd');
    expect(decodeUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBe('\ufffd\ufffd\ufffd');
  });

  it('decodes long texts', () => {
    const text = 'é'.repeat(100_000);
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });
});
