import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Machine } from '../../kernel/machine';
import type { MachineOptions } from '../../kernel/machine-options';
import { nextBelow, randomState } from '../../kernel/random';
import { randomScheduler } from '../../kernel/scheduling/policies/random';
import { roundRobin } from '../../kernel/scheduling/policies/round-robin';
import { bootImage, imageOf } from '../../kernel/testing/c-program';
import { machineDigest } from '../testing/machine-digest';
import { Recording } from './recording';
import { findMoment, type Target } from './stepping';

/** 50 moments of each of 20 programs. */
const MOMENTS = 50;

const PROGRAMS: readonly (readonly [string, Partial<MachineOptions>])[] = [
  ['fork-tree-whole', { scheduler: roundRobin(50) }],
  ['fork-unflushed', {}],
  ['zombies-orphans', { scheduler: randomScheduler(2, 30) }],
  ['wait-status', { scheduler: randomScheduler(5, 30) }],
  ['vfork-shares-memory', {}],
  ['exec-family', {}],
  ['pipes', { scheduler: randomScheduler(1, 40) }],
  ['pipeline', { scheduler: randomScheduler(4, 25) }],
  ['fifo', {}],
  ['shared-memory-system-v', { scheduler: randomScheduler(6, 20) }],
  ['textbook-shm-producer-consumer', { scheduler: randomScheduler(8, 20) }],
  ['semaphores-posix', { scheduler: randomScheduler(3, 20) }],
  ['semaphore-sets-commands', {}],
  ['message-queues-blocking', { scheduler: randomScheduler(9, 30) }],
  ['sockets-stream', { scheduler: randomScheduler(10, 30), processors: 2 }],
  ['signals-whole', {}],
  ['atomic-threads', { scheduler: randomScheduler(7, 30) }],
  ['threads-conditions', { processors: 2 }],
  ['malloc-lists', {}],
  ['files', {}],
];

function machineOf(name: string, options: Partial<MachineOptions>): Machine {
  const source = readFileSync(`lib/compiler/conformance/programs/${name}.c`, 'utf8');
  return bootImage(imageOf('program.c', source), options);
}

function recorded(machine: Machine, interval: number): Recording {
  const recording = new Recording(machine, [{ step: 0, bytes: null }], {
    snapshotsMax: 1e9,
    snapshotBytesMax: Infinity,
    interval,
  });
  while (recording.record(50_000) === 'recording');
  return recording;
}

function back(recording: Recording, target: Target): number {
  const search = findMoment(recording, target, 'backward');
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value ?? recording.start;
  }
}

describe('stepping back from a random moment', () => {
  it.each(PROGRAMS)('of %s gives the state that running there gave', (name, options) => {
    const machine = machineOf(name, options);
    const recording = recorded(machine, 2_500);
    const random = randomState(1);
    const targets: readonly Target[] = [{ kind: 'instruction' }, { kind: 'line', thread: null }];
    const steppedBack = new Map<number, string>();
    for (let k = 0; k < MOMENTS; k++) {
      const from = recording.start + nextBelow(random, recording.end - recording.start) + 1;
      recording.goTo(from);
      const step = back(recording, targets[k % targets.length] ?? { kind: 'instruction' });
      recording.goTo(step);
      expect(recording.position).toBeLessThan(from);
      steppedBack.set(recording.position, machineDigest(machine));
    }
    // Another machine, straight on from its first instruction: nothing of it was ever restored.
    const fresh = machineOf(name, options);
    const straight = recorded(fresh, 1e9);
    straight.goTo(straight.start);
    for (const step of [...steppedBack.keys()].toSorted((a, b) => a - b)) {
      straight.goTo(step);
      expect(`${straight.position} ${machineDigest(fresh)}`, `${name} at ${step}`).toBe(
        `${step} ${steppedBack.get(step)}`,
      );
    }
  });
});
