import { describe, expect, it } from 'vitest';
import { outgoingSlot, RODATA_BASE } from '../vm/testing/assembler';
import type { Machine } from './machine';
import { parseSchedule } from './scheduling/schedule-text';
import type { Scheduler } from './scheduling/scheduler';
import { firstComeFirstServed } from './scheduling/policies/first-come-first-served';
import { randomScheduler } from './scheduling/policies/random';
import { replay } from './scheduling/policies/replay';
import { roundRobin } from './scheduling/policies/round-robin';
import { boot, call, exit, finish, local, localOffset } from './testing/assembled';

/** Three generations that write, sleep and talk through a pipe. */
function busyFamily(scheduler: Scheduler): Machine {
  return boot(
    [
      ['LEA', local(0), localOffset(1)],
      call('pipe', { slot: local(0) }),
      call('fork'),
      call('fork'),
      call('fork'),
      ['MOVI32', local(4), 0],
      'again',
      call('write', 1, RODATA_BASE, 3),
      ['MOV32', local(5), local(1) + 1],
      ['SX64', local(6), local(5)],
      call('write', { slot: local(6) }, RODATA_BASE, 16),
      ['MOV32', local(5), local(1)],
      ['SX64', local(6), local(5)],
      ['LEA', local(7), localOffset(8)],
      call('read', { slot: local(6) }, { slot: local(7) }, 8),
      ['ADDI32', local(4), local(4), 1],
      ['MOVI32', local(5), 5],
      ['LTS32', local(5), local(4), local(5)],
      ['JNZ32', local(5), 'again'],
      ['LEA', local(7), localOffset(8)],
      ['MOVI64', local(8), 1, 0],
      ['MOVI64', local(9), 0, 0],
      call('nanosleep', { slot: local(7) }, 0),
      'reap',
      call('wait4', -1, 0, 0, 0),
      ['MOVI64', local(7), 0, 0],
      ['LTS64', local(5), local(7), outgoingSlot(0)],
      ['JNZ32', local(5), 'reap'],
      exit(0),
    ],
    { rodata: 'abcdefghijklmnop', scheduler },
  );
}

const policies: readonly (() => Scheduler)[] = [
  () => firstComeFirstServed(),
  () => roundRobin(7),
  () => roundRobin(1000),
  () => randomScheduler(1, 10),
  () => randomScheduler(2, 3),
];

function log(machine: Machine): string {
  return JSON.stringify(machine.events);
}

describe('a run is a function of program, input and choices', () => {
  it.each(policies)('recorded choices replay to the same event log (%#)', (policy) => {
    const first = finish(busyFamily(policy()));
    expect(first.report().outcome).toEqual({ kind: 'finished' });
    const schedule = parseSchedule(first.recordedSchedule());
    if (schedule.kind !== 'schedule') throw new Error(schedule.message);
    const second = finish(busyFamily(replay(schedule.choices)));
    expect(log(second)).toBe(log(first));
    expect(second.recordedSchedule()).toBe(first.recordedSchedule());
    expect({ ...second.report(), scheduler: '' }).toEqual({ ...first.report(), scheduler: '' });
  });

  it('does not depend on how the host cuts it', () => {
    const whole = log(finish(busyFamily(randomScheduler(3, 10))));
    for (const slice of [1, 7, 1000]) {
      const cut = busyFamily(randomScheduler(3, 10));
      while (cut.run(slice) === 'paused');
      expect(log(cut)).toBe(whole);
    }
  });

  it('other seeds give other runs', () => {
    const outputs = new Set(
      [1, 2, 3, 4].map((seed) => log(finish(busyFamily(randomScheduler(seed, 5))))),
    );
    expect(outputs.size).toBe(4);
  });

  it('refuses a schedule of another run', () => {
    const schedule = parseSchedule('forkyard-schedule/1 100b 999b');
    if (schedule.kind !== 'schedule') throw new Error(schedule.message);
    expect(() => finish(busyFamily(replay(schedule.choices)))).toThrow(/999.*not ready/);
    expect(parseSchedule('forkyard-schedule/9 1b')).toMatchObject({ kind: 'unreadable' });
  });
});

describe('snapshots', () => {
  it('continue alike, restored in any order', () => {
    const machine = busyFamily(randomScheduler(5, 10));
    const snapshots = [machine.snapshot()];
    while (machine.run(2000) === 'paused') snapshots.push(machine.snapshot());
    const whole = log(machine);
    const report = machine.report();
    expect(snapshots.length).toBeGreaterThan(10);
    for (const k of [0, snapshots.length - 1, 3, 1, 5, 5, 0]) {
      const snapshot = snapshots[k];
      if (snapshot === undefined) throw new Error(`no snapshot ${k}`);
      machine.restore(snapshot);
      expect(whole.startsWith(log(machine).slice(0, -1))).toBe(true);
      finish(machine);
      expect(log(machine)).toBe(whole);
      expect(machine.report()).toEqual(report);
    }
  });
});
