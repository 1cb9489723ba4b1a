import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPCODES } from '../abi/opcodes';
import { executeRareAccess } from './rare-instructions/accesses';
import { familyOf } from './rare-instructions/execute';
import { executeRareFloating } from './rare-instructions/floating';
import { executeRareFrame } from './rare-instructions/frames';
import { executeRareIndexed } from './rare-instructions/indexed-accesses';
import { executeRareInteger } from './rare-instructions/integers';

const opcodes = OPCODES.map(({ name }, number) => `${number} ${name}`);

/** `case 7: // SUB32` as "7 SUB32"; no case may be without its name. */
function labelsOf(file: string): readonly string[] {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  const labels = [...source.matchAll(/case (\d+):\s*(?:\{\s*)?\/\/ (\w+)/g)].map(
    ([, number, name]) => `${number} ${name}`,
  );
  expect([...source.matchAll(/^ +case /gm)]).toHaveLength(labels.length);
  return labels;
}

test('every label of the interpreter has the number and the name of an opcode, and none is missing', () => {
  expect(labelsOf('./processor.ts').toSorted()).toEqual(opcodes.toSorted());
});

test.each([
  ['accesses', executeRareAccess],
  ['floating', executeRareFloating],
  ['frames', executeRareFrame],
  ['indexed-accesses', executeRareIndexed],
  ['integers', executeRareInteger],
] as const)('so have those of seldom instructions, and each is found: %s', (file, family) => {
  const labels = labelsOf(`./rare-instructions/${file}.ts`);
  expect(labels.filter((label) => !opcodes.includes(label))).toEqual([]);
  expect(new Set(labels).size).toBe(labels.length);
  const elsewhere = labels.filter((label) => familyOf(Number.parseInt(label, 10)) !== family);
  expect(elsewhere).toEqual([]);
});
