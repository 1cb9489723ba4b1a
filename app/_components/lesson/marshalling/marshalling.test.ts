import { describe, expect, it } from 'vitest';
import { type Field, inMemory, misread, onTheWay } from './marshalling';

const FIELDS: readonly Field[] = [
  { kind: 'short', name: 'day', value: 27 },
  { kind: 'int', name: 'amount', value: -2 },
  { kind: 'text', name: 'name', value: 'Ada' },
];

const bytesOf = (placed: readonly { readonly byte: number }[]) => placed.map(({ byte }) => byte);

describe('marshalling', () => {
  it('lays out a struct as C does, on either machine', () => {
    const little = [27, 0, 0, 0, 254, 255, 255, 255, 65, 100, 97, 0];
    expect(bytesOf(inMemory(FIELDS, 'little'))).toEqual(little);
    const big = [0, 27, 0, 0, 255, 255, 255, 254, 65, 100, 97, 0];
    expect(bytesOf(inMemory(FIELDS, 'big'))).toEqual(big);
    expect(
      inMemory(FIELDS, 'little')
        .map(({ field }) => field)
        .slice(2, 4),
    ).toEqual([null, null]);
  });

  it('has one form on the way', () => {
    expect(bytesOf(onTheWay(FIELDS))).toEqual([
      ...[0, 0, 0, 27],
      ...[255, 255, 255, 254],
      ...[0, 0, 0, 3, 65, 100, 97, 0],
    ]);
  });

  it('shows what comes of copying memory', () => {
    const read = misread(FIELDS, 'little', 'big');
    expect(read[0]?.value).toBe(0x1b00);
    expect(read[1]?.value).toBe(0xfeffffff - 2 ** 32);
    expect(misread(FIELDS, 'little', 'little')).toEqual(FIELDS);
  });
});
