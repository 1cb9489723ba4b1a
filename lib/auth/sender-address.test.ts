import { expect, test } from 'vitest';
import { senderAddress } from './sender-address';

test.each([
  ['203.0.113.7', 1, '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['203.0.113.7', 3, '203.0.113.7'],
  ['203.0.113.7', 0, '203.0.113.7'],
  ['', 1, 'unknown'],
  [null, 1, 'unknown'],
])('of %j behind %i proxies is %s', (header, proxies, expected) => {
  expect(senderAddress(header, proxies)).toBe(expected);
});
