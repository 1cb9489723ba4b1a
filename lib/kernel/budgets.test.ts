import { describe, expect, it } from 'vitest';
import { outgoingSlot, RODATA_BASE, type Line } from '../vm/testing/assembler';
import type { BudgetName } from './report';
import { boot, call, exit, finish, keep, local, localOffset } from './testing/assembled';

function expectVerdict(body: readonly (Line | readonly Line[])[], budget: BudgetName): void {
  const report = finish(boot(body, { rodata: 'x'.repeat(64), trace: 'checks' })).report();
  expect(report.outcome).toMatchObject({ kind: 'budget', budget });
}

describe('a bomb ends with the verdict of its budget', () => {
  it('endless loop', () => {
    expectVerdict(['again', ['JMP', 'again']], 'instructionsMax');
  });

  it('endless system calls', () => {
    expectVerdict(['again', call('getpid'), ['JMP', 'again']], 'instructionsMax');
  });

  it('endless sleeping', () => {
    expectVerdict(
      [
        ['MOVI64', local(0), 1000, 0],
        ['MOVI64', local(1), 0, 0],
        ['LEA', local(2), localOffset(0)],
        'again',
        call('nanosleep', { slot: local(2) }, 0),
        ['JMP', 'again'],
      ],
      'instructionsMax',
    );
  });

  it('fork bomb', () => {
    expectVerdict(['again', call('fork'), ['JMP', 'again']], 'processesMax');
  });

  it('a fork bomb whose processes end', () => {
    expectVerdict(
      [
        'again',
        call('fork'),
        ['JNZ64', outgoingSlot(0), 'parent'],
        exit(0),
        'parent',
        call('wait4', -1, 0, 0, 0),
        ['JMP', 'again'],
      ],
      'forksMax',
    );
  });

  it('endless output', () => {
    expectVerdict(['again', call('write', 1, RODATA_BASE, 64), ['JMP', 'again']], 'outputBytesMax');
  });

  it('endless allocation', () => {
    expectVerdict(
      [
        call('brk', 0),
        keep(0),
        'again',
        ['ADDI64', local(0), local(0), 4096],
        call('brk', { slot: local(0) }),
        ['ST32', local(0), -8, local(0)],
        ['JMP', 'again'],
      ],
      'memoryBytesMax',
    );
  });

  it('endless allocation in many processes', () => {
    expectVerdict(
      [
        call('fork'),
        call('fork'),
        call('fork'),
        call('fork'),
        call('brk', 0),
        keep(0),
        'again',
        ['ADDI64', local(0), local(0), 4096],
        call('brk', { slot: local(0) }),
        ['ST32', local(0), -8, local(0)],
        ['JMP', 'again'],
      ],
      'memoryBytesMax',
    );
  });

  it('descriptors run out with EMFILE', () => {
    const report = finish(
      boot([
        'again',
        call('dup', 1),
        ['JNZ64', outgoingSlot(0), 'more'],
        'more',
        ['LTS64', local(0), outgoingSlot(0), local(2)],
        ['JZ32', local(0), 'again'],
        ['NEG64', local(0), outgoingSlot(0)],
        exit({ slot: local(0) }),
      ]),
    ).report();
    expect(report.status).toEqual({ kind: 'exited', code: 24 });
  });
});
