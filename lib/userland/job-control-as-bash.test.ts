/** The same keys typed at the machine's shell and, for the record, at bash: testing/job-control/record.mjs. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../abi/utf8';
import { essential, keysOf } from './testing/job-control/essential.mjs';
import { bootShell } from './testing/in-machine';

type Sessions = Readonly<Record<string, readonly string[]>>;
type Answers = Readonly<Record<string, readonly (readonly string[])[]>>;

const folder = new URL('testing/job-control/', import.meta.url);
const read = (name: string): string => fs.readFileSync(new URL(name, folder), 'utf8');
const sessions = JSON.parse(read('sessions.json')) as Sessions;
const bash = JSON.parse(read('bash.json')) as Answers;

/** As the record was made: what is shown within this time of typing a step. */
const STEP_NS = 300_000_000;

function session(steps: readonly string[]): readonly (readonly string[])[] {
  const machine = bootShell(['sh'], { terminal: true, files: { 'prog.c': read('prog.c') } });
  const settle = (untilNs: number): string => {
    while (machine.run(1_000_000, untilNs) === 'paused');
    return machine
      .takeOutput()
      .map(({ bytes }) => new TextDecoder().decode(bytes))
      .join('');
  };
  machine.provideInput(encodeUtf8('cc prog.c -o prog\n'));
  settle(STEP_NS);
  return steps.map((step) => {
    machine.provideInput(encodeUtf8(keysOf(step)));
    return essential(settle(machine.timeNs + STEP_NS));
  });
}

describe('job control', () => {
  it('is compared in every session that was recorded', () => {
    expect(Object.keys(bash)).toEqual(Object.keys(sessions));
  });

  it.each(Object.entries(sessions))('%s', (name, steps) => {
    expect(session(steps)).toEqual(bash[name]);
  });
});
