/**
 * C programs on the kernel, one for each family of system calls. What they must print, whatever the
 * schedule, is beside them in .out files, recorded from the same programs built with gcc on Linux.
 */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProgramImage } from '../abi/image';
import type { RunReport } from './report';
import type { Scheduler } from './scheduling/scheduler';
import { firstComeFirstServed } from './scheduling/policies/first-come-first-served';
import { randomScheduler } from './scheduling/policies/random';
import { roundRobin } from './scheduling/policies/round-robin';
import { bootImage, imageOf } from './testing/c-program';

const folder = new URL('testing/programs/', import.meta.url);
const names = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.c'))
  .map((file) => file.slice(0, -'.c'.length));

const schedulers: readonly (() => Scheduler)[] = [
  () => roundRobin(1000),
  () => firstComeFirstServed(),
  () => roundRobin(17),
  () => randomScheduler(1, 50),
  () => randomScheduler(2, 500),
];

function run(image: ProgramImage, scheduler: Scheduler): RunReport {
  const machine = bootImage(image, { scheduler, trace: 'checks' });
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.report();
}

describe.each(names)('%s.c', (name) => {
  it('prints under every scheduler what it prints on Linux', () => {
    const image = imageOf(`${name}.c`, fs.readFileSync(new URL(`${name}.c`, folder), 'utf8'));
    const expected = fs.readFileSync(new URL(`${name}.out`, folder), 'utf8');
    for (const scheduler of schedulers) {
      const report = run(image, scheduler());
      expect(report.stdout).toBe(expected);
      expect(report).toMatchObject({
        outcome: { kind: 'finished' },
        status: { kind: 'exited', code: 0 },
        leftovers: [],
      });
      expect(report.findings.filter(({ kind }) => kind !== 'leak')).toEqual([]);
    }
  });
});
