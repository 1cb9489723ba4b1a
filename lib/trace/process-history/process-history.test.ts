import { describe, expect, it } from 'vitest';
import type { ExitStatus, ProcessState, TraceEvent, WaitReason } from '../../kernel/events';
import type { Machine } from '../../kernel/machine';
import { type Pid, pid } from '../../kernel/pid';
import { bootImage, bootMain, imageOf } from '../../kernel/testing/c-program';
import { Recording } from '../recording/recording';
import { isOrphan, ProcessHistory } from './process-history';
import { waitsFor } from './waits-for';

const FAMILY = `
  for (int k = 0; k < 3; k++)
    if (fork() == 0) {
      if (k == 1 && fork() == 0) { usleep(200); _exit(9); }
      usleep(50 * k);
      _exit(k);
    }
  waitpid(102, NULL, 0);
  while (wait(NULL) > 0) {
  }`;

const THREADS = `#include <pthread.h>
#include <unistd.h>
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static void *work(void *unused) {
  (void)unused;
  pthread_mutex_lock(&mutex);
  usleep(20);
  pthread_mutex_unlock(&mutex);
  return NULL;
}
int main(void) {
  pthread_t threads[3];
  for (int k = 0; k < 3; k++) pthread_create(&threads[k], NULL, work, NULL);
  for (int k = 0; k < 3; k++) pthread_join(threads[k], NULL);
  return 0;
}`;

describe('the processes at a moment', () => {
  const programs: readonly (readonly [string, () => Machine])[] = [
    ['a family', () => bootMain(FAMILY)],
    ['a family on two processors', () => bootMain(FAMILY, { processors: 2 })],
    ['threads', () => bootImage(imageOf('threads.c', THREADS))],
  ];
  it.each(programs)('are those of the machine: %s', (_, boot) => {
    const recording = new Recording(boot(), [{ step: 0, bytes: null }]);
    while (recording.record(1_000_000) === 'recording');
    const history = new ProcessHistory(recording.events);
    let compared = 0;
    for (let step = recording.end; step >= recording.start; step -= 7) {
      recording.goTo(step);
      const moment = history.momentAt(recording.position);
      const seen = history.at(moment).filter(({ state }) => state !== 'terminated');
      expect(seen.map(plain), `at ${step}`).toEqual(recording.view().processes.map(plain));
      compared += seen.length;
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('are one more with each fork, and share what has not changed', () => {
    const machine = bootMain(FAMILY);
    machine.closeInput();
    while (machine.run(1_000_000) === 'paused');
    const history = new ProcessHistory(machine.events);
    expect(history.at(0)).toEqual([]);
    for (let moment = 1; moment <= history.last; moment++) {
      const before = history.at(moment - 1);
      const after = history.at(moment);
      const others = after.filter((process, k) => process !== before[k]);
      expect(others).toHaveLength(1);
      expect(history.stepOf(moment)).toBeGreaterThanOrEqual(history.stepOf(moment - 1));
    }
    const end = history.at(history.last);
    expect(end.map(({ pid: id, createdBy, parent }) => [id, createdBy, parent])).toEqual([
      [100, null, null],
      [101, 100, 100],
      [102, 100, 100],
      [103, 100, 100],
      [104, 102, 1],
    ]);
    expect(end.map(isOrphan)).toEqual([false, false, false, false, true]);
    expect(history.hasOrphans).toBe(true);
    expect(end[1]?.at?.line).toBe(17);
  });
});

describe('who waits for whom', () => {
  it('is told by what each waits for', () => {
    const history = new ProcessHistory([
      created(100, null),
      created(101, 100),
      created(102, 100),
      state(100, { kind: 'child', pid: null }),
      state(101, { kind: 'lock', object: 'mutex', name: 'm', owner: pid(102) }),
      { ...BASE, pid: pid(102), kind: 'ended', status: { kind: 'exited', code: 0 }, at: null },
      { ...BASE, pid: pid(102), kind: 'reaped', by: pid(100) },
      state(100, { kind: 'child', pid: pid(101) }),
    ]);
    expect(waitsFor(history.at(5))).toEqual([
      { from: 100, to: 101, kind: 'any-child' },
      { from: 100, to: 102, kind: 'any-child' },
      { from: 101, to: 102, kind: 'owner' },
    ]);
    // Who has ended holds nothing, and who was waited for is not waited for again.
    expect(waitsFor(history.at(7))).toEqual([{ from: 100, to: 101, kind: 'any-child' }]);
    expect(waitsFor(history.at(8))).toEqual([{ from: 100, to: 101, kind: 'child' }]);
  });
});

const BASE = { step: 0, timeNs: 0 } as const;

function created(id: number, parent: number | null): TraceEvent {
  const by = parent === null ? 'boot' : 'fork';
  const maker = parent === null ? null : pid(parent);
  return { ...BASE, pid: pid(id), kind: 'created', parent: maker, by, name: 'test.c', at: null };
}

function state(id: number, reason: WaitReason): TraceEvent {
  return { ...BASE, pid: pid(id), kind: 'state', from: 'running', to: 'waiting', reason };
}

interface Seen {
  readonly pid: Pid;
  readonly parent: Pid | null;
  readonly state: ProcessState;
  readonly status: ExitStatus | null;
  readonly threads: readonly { readonly id: Pid; readonly state: ProcessState }[];
}

function plain({ pid: id, parent, state: its, status, threads }: Seen): unknown {
  // The first process is init's child; who booted it is nobody.
  return {
    id,
    parent: parent ?? 1,
    its,
    status,
    threads: threads.map((each) => [each.id, each.state]),
  };
}
