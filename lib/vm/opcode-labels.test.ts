import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPCODES } from '../abi/opcodes';
import { PACKED, PACKED_BASE } from './packed-code';

const source = readFileSync(new URL('./processor.ts', import.meta.url), 'utf8');

test('every label of the interpreter has the number and the name of an opcode, and none is missing', () => {
  const labels = [...source.matchAll(/case (\d+):\s*(?:\{\s*)?\/\/ ((?:packed )?\w+)/g)].map(
    ([, number, name]) => `${number} ${name}`,
  );
  const plain = OPCODES.map(({ name }, n) => `${n} ${name}`);
  const packed = PACKED.map((name, k) => `${PACKED_BASE + k} packed ${name}`);
  expect(labels.toSorted()).toEqual([...plain, ...packed].toSorted());
  expect([...source.matchAll(/^ +case /gm)]).toHaveLength(labels.length);
  expect(OPCODES.length).toBeLessThan(PACKED_BASE);
  expect(PACKED.length).toBeLessThanOrEqual(64);
});
