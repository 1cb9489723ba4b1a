import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../abi/utf8';
import type { Machine } from '../../kernel/machine';
import type { MachineOptions } from '../../kernel/machine-options';
import { bootImage, imageOf } from '../../kernel/testing/c-program';
import { Recording, type RecordedInput } from './recording';
import type { Direction } from './event-steps';
import { findMoment, type Target } from './stepping';

const NO_INPUT: readonly RecordedInput[] = [{ step: 0, bytes: null }];

function machineOf(source: string, options: Partial<MachineOptions> = {}): Machine {
  return bootImage(imageOf('program.c', source), options);
}

function recorded(recording: Recording): Recording {
  while (recording.record(5_000) === 'recording');
  return recording;
}

const CALLS = `#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
static int twice(int n) {
  int result = n;
  result += n;
  return result;
}
int main(void) {
  int a = 1;
  a = twice(a);
  printf("%d\\n", a);
  fflush(stdout);
  if (fork() == 0) {
    a = twice(a);
    _exit(a);
  }
  wait(NULL);
  return 0;
}
`;

function moment(recording: Recording, target: Target, direction: Direction): number | null {
  const search = findMoment(recording, target, direction);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value ?? null;
  }
}

/** Lines at which one comes to stand, step by step, and the steps. */
function walk(recording: Recording, target: () => Target, direction: Direction, max = 1_000) {
  const lines: (number | undefined)[] = [];
  const steps: number[] = [];
  while (lines.length < max) {
    const step = moment(recording, target(), direction);
    if (step === null) break;
    recording.goTo(step);
    lines.push(recording.standing()?.at.line);
    steps.push(recording.position);
  }
  return { lines, steps };
}

describe('stepping', () => {
  const recording = recorded(
    new Recording(machineOf(CALLS), NO_INPUT, {
      snapshotsMax: 50,
      snapshotBytesMax: Infinity,
      interval: 37,
    }),
  );
  const anyLine = (): Target => ({ kind: 'line', thread: null });

  it('goes from line to line of whoever runs', () => {
    recording.goTo(0);
    const { lines } = walk(recording, anyLine, 'forward');
    expect(lines.slice(0, 8)).toEqual([10, 11, 5, 6, 7, 11, 12, 13]);
    // The parent waits while the child runs.
    expect(lines.slice(8)).toEqual([14, 18, 14, 15, 5, 6, 7, 15, 16, 18, 19]);
  });

  it('comes back by the moments it went to', () => {
    recording.goTo(0);
    const forward = walk(recording, anyLine, 'forward').steps;
    recording.goTo(recording.end);
    const backward = walk(recording, anyLine, 'backward').steps;
    expect(backward.slice(0, -1)).toEqual(forward.toReversed());
    expect(backward.at(-1)).toBe(0);
  });

  it('steps over calls and out of them', () => {
    recording.goTo(0);
    walk(recording, anyLine, 'forward', 2);
    const thread = recording.running;
    if (thread === null) throw new Error('nobody runs');
    const at = recording.position;
    expect(walk(recording, () => ({ kind: 'over', thread }), 'forward', 1).lines).toEqual([12]);
    recording.goTo(at);
    walk(recording, anyLine, 'forward', 2);
    expect(walk(recording, () => ({ kind: 'out', thread }), 'forward', 1).lines).toEqual([12]);
    // Back from there, to the call and not into it.
    expect(walk(recording, () => ({ kind: 'over', thread }), 'backward', 2).lines).toEqual([
      11, 10,
    ]);
  });

  it('goes to what the trace names, and back', () => {
    recording.goTo(0);
    const output = moment(recording, { kind: 'event', of: 'output', thread: null }, 'forward');
    recording.goTo(output ?? 0);
    expect(recording.standing()?.at.line).toBe(13);
    const call = moment(recording, { kind: 'event', of: 'call', thread: null }, 'backward');
    expect(call).toBeLessThan(output ?? 0);
  });

  it('gives input at the moment at which it came', () => {
    const source = `#include <stdio.h>
int main(void) { char line[9]; while (fgets(line, 9, stdin)) printf("%s", line); return 0; }
`;
    const inputs: RecordedInput[] = [
      { step: 0, bytes: encodeUtf8('one\n') },
      { step: 400, bytes: encodeUtf8('two\n') },
      { step: 100_000, bytes: null },
    ];
    const reading = recorded(new Recording(machineOf(source), inputs));
    expect(reading.state).toBe('finished');
    const text = reading.events.flatMap((e) => (e.kind === 'output' ? [e.text] : [])).join('');
    expect(text).toBe('one\ntwo\n');
  });

  it('stops at chosen lines, both ways, whoever comes there', () => {
    const lines = (): Target => ({
      kind: 'place',
      lines: [{ file: 'program.c', line: 6 }],
      thread: null,
    });
    recording.goTo(0);
    const forward = walk(recording, lines, 'forward');
    expect(forward.lines).toEqual([6, 6]);
    recording.goTo(recording.end);
    expect(walk(recording, lines, 'backward').steps.slice(0, 2)).toEqual(
      forward.steps.toReversed(),
    );
  });

  it('stops where a value changes, both ways', () => {
    recording.goTo(0);
    walk(recording, anyLine, 'forward', 3);
    const { running } = recording;
    if (running === null) throw new Error('nobody runs');
    const change = (): Target => ({ kind: 'change', expression: 'result', thread: running });
    const forward = walk(recording, change, 'forward', 1);
    expect(forward.lines).toEqual([7]);
    recording.goTo(recording.end);
    expect(walk(recording, change, 'backward', 1).steps).toEqual(forward.steps);
  });

  it('bounds what it keeps', () => {
    const machine = machineOf(CALLS);
    const small = new Recording(machine, NO_INPUT, {
      snapshotsMax: 5,
      snapshotBytesMax: Infinity,
      interval: 10,
    });
    recorded(small);
    expect(small.snapshotCount).toBeLessThanOrEqual(6);
    small.goTo(100);
    expect(small.position).toBeGreaterThanOrEqual(100);
  });
});
