import { describe, expect, test } from 'vitest';
import { checkBuffer } from './checked-access';
import { leakFindings } from './leak-report';
import { DATA_BASE, outgoingSlot, program, start, type Line } from './testing/assembler';
import { found, runTo, statics } from './testing/findings';

const out = outgoingSlot;

describe('the heap', () => {
  const malloc = (n: number, slot: number): Line[] => [
    ['MOVI64', out(0), n, 0],
    ['INTR', 'malloc'],
    ['MOV64', slot, out(0)],
  ];
  const free = (slot: number): Line[] => [
    ['MOV64', out(0), slot],
    ['INTR', 'free'],
  ];

  test('past the end, after free, freed twice, never allocated', () => {
    const past = found(program([...malloc(40, -4), ['ST32', -4, 40, -6]]));
    expect(past.kind).toBe('out-of-bounds');
    expect(past.message).toContain(
      'just past the end of the block of 40 bytes allocated by `main` at line 3: as an array of 4-byte elements its last one is 9, and this is 10',
    );
    const stale = found(program([...malloc(40, -4), ...free(-4), ['LD32', -6, -4, 8]]));
    expect(stale.kind).toBe('use-after-free');
    expect(stale.message).toBe(
      'This reads 4 bytes at byte 8 of a block of 40 bytes that was already freed by `main` at line 6 (allocated by `main` at line 3).',
    );
    const twice = found(program([...malloc(8, -4), ...free(-4), ...free(-4)]));
    expect(twice).toMatchObject({ kind: 'double-free', signal: 'SIGABRT' });
    const inner = found(program([...malloc(8, -4), ['ADDI64', -4, -4, 4], ...free(-4)]));
    expect(inner.kind).toBe('invalid-free');
    expect(inner.message).toContain('an address 4 bytes into the block of 8 bytes');
    const global = found(program([['MOVI64', -4, DATA_BASE, 0], ...free(-4)], statics));
    expect(global.message).toContain(
      'the address of `name` (char[8], declared at line 4), which malloc did not',
    );
    expect(runTo(start(program([['MOVI64', -4, 0, 0], ...free(-4)]))).finding).toBeNull();
  });

  test('odd sizes are exact', () => {
    const ok = program([
      ...malloc(5, -4),
      ['ST32', -4, 0, -6],
      ['ST8', -4, 4, -6],
      ['LD8S', -6, -4, 4],
      ['LD32', -6, -4, 0],
      ['LD16U', -6, -4, 2],
    ]);
    expect(runTo(start(ok)).finding).toBeNull();
    expect(found(program([...malloc(5, -4), ['LD8S', -6, -4, 5]])).kind).toBe('out-of-bounds');
    expect(found(program([...malloc(5, -4), ['LD16S', -6, -4, 4]])).kind).toBe('out-of-bounds');
    expect(found(program([...malloc(0, -4), ['LD8S', -6, -4, 0]])).message).toContain(
      'the block of 0 bytes',
    );
  });

  test('what the kernel writes for a system call is checked, too', () => {
    const context = start(program([...malloc(10, -4)]));
    runTo(context);
    const address = context.memory.readInt64(context.fp - 16) ?? 0;
    expect(checkBuffer(context, address, 10, 'write')).toBeNull();
    expect(checkBuffer(context, address, 16, 'write', 'read')).toMatchObject({
      kind: 'out-of-bounds',
    });
    expect(checkBuffer(context, address, 16, 'write', 'read')?.message).toContain(
      '`read` writes 16 bytes, which runs 6 bytes past the end of the block of 10 bytes',
    );
    expect(checkBuffer(context, 0, 16, 'read')).toMatchObject({
      kind: 'invalid-argument',
      fatal: false,
    });
    // Told once a place.
    expect(checkBuffer(context, 0x5000_0000, 16, 'read')).toBeNull();
  });

  test('leaks, by the place that allocated', () => {
    const context = start(
      program([
        ...malloc(10, -4),
        ...malloc(20, -6),
        ...free(-4),
        ['MOVI32', -8, 0],
        'l',
        ...malloc(5, -10),
        ['ADDI32', -8, -8, 1],
        ['JLTSI32', -8, 3, 'l'],
      ]),
    );
    runTo(context);
    const leaks = leakFindings(context);
    expect(leaks.map((leak) => leak.message)).toEqual([
      '20 bytes in 1 block, allocated by `main` at line 6, was never freed.',
      '15 bytes in 3 blocks, allocated by `main` at line 13, were never freed.',
    ]);
  });
});
