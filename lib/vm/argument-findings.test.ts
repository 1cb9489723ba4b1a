import { describe, expect, test } from 'vitest';
import {
  BSS_BASE,
  DATA_BASE,
  outgoingSlot,
  program,
  RODATA_BASE,
  start,
  type Line,
} from './testing/assembler';
import { found, runTo, statics } from './testing/findings';

const out = outgoingSlot;
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('strings', () => {
  const argument = (k: number, address: number): Line => ['MOVI64', out(k), address, 0];

  test('strcpy past the end of its destination', () => {
    const finding = found(
      program([argument(0, BSS_BASE + 32), argument(1, DATA_BASE), ['INTR', 'strcpy']], {
        ...statics,
        data: bytes('abcdefghijklm\0'),
        globals: [
          ...(statics.globals?.slice(0, 1) ?? []),
          { name: 'text', type: 2, location: DATA_BASE, bytes: 14, line: 3 },
          ...(statics.globals?.slice(2) ?? []),
        ],
      }),
    );
    expect(finding.message).toBe(
      '`strcpy` writes 14 bytes, which runs 4 bytes past the end of `odd` (char[10], declared at line 6).',
    );
  });

  test('a string without its zero', () => {
    const finding = found(program([argument(0, DATA_BASE), ['INTR', 'strlen']], statics));
    expect(finding.message).toBe(
      "`strlen` reads 9 bytes, which runs 1 byte past the end of `name` (char[8], declared at line 4). The text there has no terminating zero ('\\0').",
    );
  });

  test('results', () => {
    const run = (lines: Line[]): number => {
      const context = start(program(lines, statics));
      expect(runTo(context).finding).toBeNull();
      return context.memory.readInt32(context.sp) ?? NaN;
    };
    expect(run([argument(0, RODATA_BASE), ['INTR', 'strlen']])).toBe(5);
    expect(run([argument(0, RODATA_BASE), argument(1, RODATA_BASE), ['INTR', 'strcmp']])).toBe(0);
    // Differs before the unterminated end.
    expect(
      run([argument(0, DATA_BASE), argument(1, RODATA_BASE), ['INTR', 'strcmp']]),
    ).toBeLessThan(0);
    expect(
      run([
        argument(0, BSS_BASE),
        argument(1, RODATA_BASE),
        ['INTR', 'strcpy'],
        ['INTR', 'strlen'],
      ]),
    ).toBe(5);
    expect(
      run([
        argument(0, BSS_BASE),
        ['MOVI32', out(1), 0x141],
        argument(2, 16),
        ['INTR', 'memset'],
        ['LDG32', out(0), BSS_BASE + 12],
      ]),
    ).toBe(0x41414141);
    expect(
      run([
        argument(0, DATA_BASE + 2),
        argument(1, DATA_BASE),
        argument(2, 6),
        ['INTR', 'memmove'],
        ['LDG32', out(0), DATA_BASE + 4],
      ]),
    ).toBe(0x66656463);
    expect(
      run([argument(0, DATA_BASE), argument(1, DATA_BASE + 1), argument(2, 3), ['INTR', 'memcmp']]),
    ).toBe(-1);
  });

  test('a negative size is a huge one', () => {
    const finding = found(
      program(
        [
          argument(0, BSS_BASE),
          argument(1, DATA_BASE),
          ['MOVI64', out(2), -1, -1],
          ['INTR', 'memcpy'],
        ],
        statics,
      ),
    );
    expect(finding.kind).toBe('out-of-bounds');
  });
});
