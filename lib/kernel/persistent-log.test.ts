import { describe, expect, it } from 'vitest';
import { append, entriesOf, LogReader, type Log } from './persistent-log';

function logOf(...values: number[]): Log<number> {
  return values.reduce<Log<number>>(append, null);
}

describe('persistent log', () => {
  it('keeps old heads as they were', () => {
    const old = logOf(1, 2);
    const one = append(old, 3);
    const other = append(old, 4);
    expect(entriesOf(old)).toEqual([1, 2]);
    expect(entriesOf(one)).toEqual([1, 2, 3]);
    expect(entriesOf(other)).toEqual([1, 2, 4]);
    expect(entriesOf(one, 2)).toEqual([3]);
  });

  it('is read again after it grew, shrank or took another way', () => {
    const reader = new LogReader<number>();
    const base = logOf(1, 2);
    const grown = append(append(base, 3), 4);
    expect(reader.read(base)).toEqual([1, 2]);
    expect(reader.read(grown)).toEqual([1, 2, 3, 4]);
    expect(reader.read(base)).toEqual([1, 2]);
    expect(reader.read(append(base, 9))).toEqual([1, 2, 9]);
    expect(reader.read(null)).toEqual([]);
    expect(reader.read(grown)).toEqual([1, 2, 3, 4]);
  });
});
