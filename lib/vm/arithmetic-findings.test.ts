import { describe, expect, test } from 'vitest';
import { program, start } from './testing/assembler';
import { found, runTo } from './testing/findings';

describe('arithmetic', () => {
  test('division by zero is fatal, overflow is noted once a place', () => {
    expect(
      found(
        program([
          ['MOVI32', -4, 1],
          ['MOVI32', -5, 0],
          ['DIVS32', -6, -4, -5],
        ]),
      ),
    ).toMatchObject({
      kind: 'division-by-zero',
      signal: 'SIGFPE',
      message: 'This divides by zero.',
      address: null,
    });
    const context = start(
      program([
        ['MOVI32', -4, 2147483647],
        ['MOVI32', -6, 0],
        'l',
        ['ADDSI32', -5, -4, 1],
        ['ADDI32', -6, -6, 1],
        ['JLTSI32', -6, 5, 'l'],
      ]),
    );
    const first = runTo(context).finding;
    expect(first).toMatchObject({ kind: 'signed-overflow', fatal: false, signal: null });
    expect(first?.message).toContain('2147483647 + 1 does not fit in an int');
    expect(runTo(context).finding).toBeNull();
  });
});
