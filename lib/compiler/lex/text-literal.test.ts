import { expect, test } from 'vitest';
import { Diagnostics, userFile } from '../diagnostics';
import { lex } from './lex';
import { readCharacterConstant, readStringLiterals } from './text-literal';

function string(text: string): { units: readonly number[]; prefix: string; codes: string[] } {
  const diagnostics = new Diagnostics();
  const tokens = lex(userFile('main.c', text)).filter(({ kind }) => kind === 'string');
  const read = readStringLiterals(tokens, diagnostics);
  return { ...read, codes: diagnostics.list.map(({ code }) => code) };
}

function character(text: string): { value: number | null; codes: string[] } {
  const diagnostics = new Diagnostics();
  const [token] = lex(userFile('main.c', text));
  if (token === undefined) throw new Error('no token');
  const read = readCharacterConstant(token, diagnostics);
  return { value: read?.value ?? null, codes: diagnostics.list.map(({ code }) => code) };
}

test('text is UTF-8, wide text is code points, char16_t text is UTF-16', () => {
  expect(string('"aé😀"').units).toEqual([0x61, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80]);
  expect(string('u8"é"')).toEqual({ units: [0xc3, 0xa9], prefix: 'u8', codes: [] });
  expect(string('L"a😀"')).toEqual({ units: [0x61, 0x1f600], prefix: 'L', codes: [] });
  expect(string('u"😀"')).toEqual({ units: [0xd83d, 0xde00], prefix: 'u', codes: [] });
});

test('adjacent literals are one, with the prefix that one of them has', () => {
  expect(string('"a" L"b" "c"')).toEqual({ units: [97, 98, 99], prefix: 'L', codes: [] });
  expect(string('L"a" u"b"').codes).toEqual(['mixed-string-prefixes']);
});

test('escapes', () => {
  const bytes = [7, 8, 12, 10, 13, 9, 11, 92, 39, 34, 63, 27, 0, 255, 65, 49, 0xc3, 0xa9];
  expect(string(String.raw`"\a\b\f\n\r\t\v\\\'\"\?\e\0\xff\1011\u00e9"`).units).toEqual(bytes);
  expect(string(String.raw`"\q"`).codes).toEqual(['unknown-escape']);
  expect(string(String.raw`"\x"`).codes).toEqual(['bad-escape']);
  expect(string(String.raw`"\ud800"`).codes).toEqual(['bad-escape']);
  expect(string(String.raw`"\x1ff"`)).toMatchObject({
    units: [255],
    codes: ['escape-out-of-range'],
  });
});

test('characters have the values that gcc gives them', () => {
  expect(character("'a'")).toEqual({ value: 97, codes: [] });
  expect(character(String.raw`'\xff'`)).toEqual({ value: -1, codes: [] });
  expect(character("L'é'")).toEqual({ value: 0xe9, codes: [] });
  expect(character("'ab'")).toEqual({ value: 0x6162, codes: ['multi-character'] });
  expect(character("'é'")).toEqual({ value: 0xc3a9 | 0, codes: ['multi-character'] });
  expect(character("''")).toEqual({ value: null, codes: ['empty-character'] });
  expect(character("'abcde'")).toEqual({ value: null, codes: ['multi-character'] });
});
