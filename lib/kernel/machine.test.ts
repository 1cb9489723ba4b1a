import { describe, expect, it } from 'vitest';
import { RODATA_BASE } from '../vm/testing/assembler';
import { boot, call, exit, finish, keep, local, localOffset } from './testing/assembled';
import { outgoingSlot } from '../vm/testing/assembler';

describe('machine', () => {
  it('writes, forks, waits and exits', () => {
    const machine = finish(
      boot(
        [
          call('fork'),
          ['JNZ64', outgoingSlot(0), 'parent'],
          call('write', 1, RODATA_BASE, 6),
          exit(7),
          'parent',
          ['LEA', local(0), localOffset(1)],
          call('wait4', -1, { slot: local(0) }, 0, 0),
          keep(2),
          call('write', 1, RODATA_BASE + 6, 7),
          ['SHRSI32', local(3), local(1), 8],
          exit({ slot: local(3) }),
        ],
        { rodata: 'child\nparent\n' },
      ),
    );
    const report = machine.report();
    expect(report.outcome).toEqual({ kind: 'finished' });
    expect(report.stdout).toBe('child\nparent\n');
    expect(report.status).toEqual({ kind: 'exited', code: 7 });
    expect(report.processes.map(({ pid, reapedBy }) => [pid, reapedBy])).toEqual([
      [100, null],
      [101, 100],
    ]);
  });
});
