import { describe, expect, test } from 'vitest';
import { toCsv } from './csv';

const line = (...values: Parameters<typeof toCsv>[0][number]) =>
  toCsv([values]).replace('\uFEFF', '');

describe('toCsv', () => {
  test('begins with a byte order mark and ends each line with CR LF', () => {
    expect(
      toCsv([
        ['a', 'b'],
        [1, null],
      ]),
    ).toBe('\uFEFFa,b\r\n1,\r\n');
  });

  test('quotes what needs it', () => {
    expect(line('Doe, Jane', 'say "hi"', 'two\nlines', 'plain')).toBe(
      '"Doe, Jane","say ""hi""","two\nlines",plain\r\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])(
    'does not let %j be a formula',
    (text) => {
      expect(line(text).replaceAll('"', '').startsWith("'")).toBe(true);
    },
  );

  test('leaves numbers alone, negative ones too', () => {
    expect(line(-1.5, 0, 12)).toBe('-1.5,0,12\r\n');
  });

  test('keeps names of every script', () => {
    expect(line('Zoë Łukasz', '李雷')).toBe('Zoë Łukasz,李雷\r\n');
  });
});
