import { expect, test } from 'vitest';
import { readNumberConstant } from './number-constant';

function check(text: string, expected: unknown): void {
  const constant = readNumberConstant(text);
  expect(constant.kind === 'invalid' ? constant.code : constant, text).toEqual(expected);
}

test('integers keep value, suffix and base', () => {
  const integer = (value: bigint, suffix: string, decimal: boolean): unknown => ({
    kind: 'integer',
    value,
    suffix,
    decimal,
  });
  check('0', integer(0n, '', true));
  check('42', integer(42n, '', true));
  check('052', integer(42n, '', false));
  check('0x2A', integer(42n, '', false));
  check('0b101010', integer(42n, '', false));
  check('42lU', integer(42n, 'ul', true));
  check('42LLu', integer(42n, 'ull', true));
  check('18446744073709551615', integer(18446744073709551615n, '', true));
});

test('what is no number says why', () => {
  check('18446744073709551616', 'number-too-large');
  check('089', 'bad-octal-digit');
  check('0x', 'bad-number');
  check('12abc', 'bad-number');
  check('1lL', 'bad-number-suffix');
  check('1f', 'bad-number-suffix');
  check('0b12', 'bad-number-suffix');
  check('1.5q', 'bad-number-suffix');
  check('1.2.3', 'bad-number-suffix');
  check('1e', 'bad-number');
  check('0x1.8', 'bad-number');
  check('9'.repeat(5_000), 'bad-number');
});

/** The values are gcc's. */
test.each([
  ['1.5', 1.5, ''],
  ['.5e1', 5, ''],
  ['1.L', 1, 'l'],
  ['0x1.8p3', 12, ''],
  ['0.1f', Math.fround(0.1), 'f'],
  // Between two floats, by less than a double can tell.
  ['1.00000005960464477539062500000000000000001f', 1 + 2 ** -23, 'f'],
  ['1.000000059604644775390625f', 1, 'f'],
  ['16777216.99999999999999999999999f', 16777216, 'f'],
  ['0x1.000001p0f', 1, 'f'],
  ['0x1.0000010000000000001p0f', 1 + 2 ** -23, 'f'],
  ['0x1p-149f', 2 ** -149, 'f'],
  ['0x1p-150f', 0, 'f'],
  ['3.4028236e38f', Infinity, 'f'],
  ['0x1p-1074', 2 ** -1074, ''],
  ['0x1.8p-1075', 2 ** -1074, ''],
  ['0x1p-1075', 0, ''],
  ['0x1.fffffffffffff8p1023', Infinity, ''],
  ['1e400', Infinity, ''],
] as const)('%s is exact', (text, value, suffix) => {
  check(text, { kind: 'floating', value, suffix });
});
