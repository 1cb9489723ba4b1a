import { expect, test } from 'vitest';
import { execute } from './processor';
import { program, start } from './testing/assembler';
import { argument32 } from './context';

test('a loop sums', () => {
  const context = start(
    program([
      ['MOVI32', -4, 0],
      ['MOVI32', -5, 0],
      'loop',
      ['ADD32', -4, -4, -5],
      ['ADDI32', -5, -5, 1],
      ['JLTSI32', -5, 100, 'loop'],
      ['MOV32', -64, -4],
    ]),
  );
  expect(execute(context, 1e6)).toEqual({ kind: 'system-call', number: 60 });
  expect(argument32(context, 0)).toBe(4950);
  expect(context.instructions).toBe(3 + 300 + 2);
});
