/** Hosts in which idle time passes as outside: how far a machine goes while everybody sleeps. */
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../abi/utf8';
import { bootShell } from './testing/in-machine';
import type { Machine } from '../kernel/machine';

const SECOND = 1e9;

function settle(machine: Machine, untilNs: number): string {
  for (;;) {
    const state = machine.run(1_000_000, untilNs);
    if (state !== 'paused') return state;
  }
}

function shell(line: string) {
  const machine = bootShell(['sh'], { terminal: true });
  settle(machine, 0);
  machine.provideInput(encodeUtf8(line));
  return {
    machine,
    shown: () =>
      machine
        .takeOutput()
        .map(({ bytes }) => new TextDecoder().decode(bytes))
        .join(''),
  };
}

describe('idle time that a host lets pass', () => {
  it('is how long a sleep lasts', () => {
    const { machine, shown } = shell('sleep 5; echo awake\n');
    expect(settle(machine, SECOND)).toBe('waiting-for-input');
    expect(machine.timeNs).toBe(SECOND);
    expect(machine.nextTimerNs).toBeGreaterThan(5 * SECOND);
    expect(settle(machine, 4.9 * SECOND)).toBe('waiting-for-input');
    expect(shown()).not.toContain('awake');
    settle(machine, 6 * SECOND);
    expect(shown()).toContain('awake');
  });

  it('is not over for ^C', () => {
    const { machine, shown } = shell('sleep 100\n');
    settle(machine, SECOND);
    machine.provideInput(encodeUtf8('\u0003'));
    settle(machine, 1.5 * SECOND);
    machine.provideInput(encodeUtf8('echo $?\n'));
    settle(machine, 1.6 * SECOND);
    expect(shown()).toContain('130');
    expect(machine.timeNs).toBeLessThan(2 * SECOND);
  });

  it('lets jobs in the background be seen while they sleep', () => {
    const { machine, shown } = shell('sleep 100 & jobs\n');
    settle(machine, SECOND);
    expect(shown()).toMatch(/\[1\]\+? +Running +sleep 100 &/);
    machine.provideInput(encodeUtf8('kill %1\n\n'));
    settle(machine, 2 * SECOND);
    expect(shown()).toContain('Terminated              sleep 100');
  });

  it('says so where nobody could be typed to', () => {
    const machine = bootShell(['sh', '-c', 'sleep 3']);
    machine.closeInput();
    expect(settle(machine, 1 * SECOND)).toBe('sleeping');
    expect(settle(machine, 4 * SECOND)).toBe('finished');
  });
});
