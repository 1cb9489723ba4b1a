import { expect, test } from 'vitest';
import { execute } from './processor';
import { rehearse } from './rehearsal';
import { outgoingSlot, program, start } from './testing/assembler';

test('a rehearsal comes to its end, and programs do what they did before', () => {
  const run = () => {
    const context = start(
      program([
        ['MOVI32', -4, 2147483647],
        ['ADDSI32', outgoingSlot(0), -4, 1],
        ['MOVI64', -6, 0, 0],
        ['LD32', -8, -6, 0],
      ]),
    );
    return [execute(context, 100), execute(context, 100), context.pc, context.instructions];
  };
  const before = run();
  rehearse();
  expect(run()).toEqual(before);
});
