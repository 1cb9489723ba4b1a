import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPCODES } from '../abi/opcodes';

const source = readFileSync(new URL('./processor.ts', import.meta.url), 'utf8');

test('every label of the interpreter has the number and the name of an opcode, and none is missing', () => {
  const labels = [...source.matchAll(/case (\d+):\s*(?:\{\s*)?\/\/ (\w+)/g)].map(
    ([, number, name]) => `${number} ${name}`,
  );
  expect(labels.toSorted()).toEqual(OPCODES.map(({ name }, n) => `${n} ${name}`).toSorted());
  expect([...source.matchAll(/^ +case /gm)]).toHaveLength(OPCODES.length);
});
