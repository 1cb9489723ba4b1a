import { describe, expect, it } from 'vitest';
import { outcomeText } from '../../grading/explain-run';
import type { Machine } from '../machine';
import type { MachineOptions } from '../machine-options';
import { defaultBudgets } from '../budgets';
import { parseSchedule } from '../scheduling/schedule-text';
import { randomScheduler } from '../scheduling/policies/random';
import { replay } from '../scheduling/policies/replay';
import { roundRobin } from '../scheduling/policies/round-robin';
import { bootImage, imageOf } from '../testing/c-program';

const HEADERS = `#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
`;

function bootThreads(source: string, options: Partial<MachineOptions> = {}): Machine {
  const machine = bootImage(imageOf('test.c', HEADERS + source), options);
  machine.closeInput();
  return machine;
}

function finish(machine: Machine): Machine {
  while (machine.run(1_000_000) === 'paused');
  return machine;
}

function run(source: string, options: Partial<MachineOptions> = {}): Machine {
  return finish(bootThreads(source, options));
}

const counting = (locked: boolean): string => `
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  int counter;
  void *adds(void *argument) {
    for (int k = 0; k < 20; k++) {
      ${locked ? 'pthread_mutex_lock(&mutex);' : ''}
      int seen = counter;
      counter = seen + 1;
      ${locked ? 'pthread_mutex_unlock(&mutex);' : ''}
    }
    return NULL;
  }
  int main(void) {
    pthread_t threads[3];
    for (int k = 0; k < 3; k++) pthread_create(&threads[k], NULL, adds, NULL);
    for (int k = 0; k < 3; k++) pthread_join(threads[k], NULL);
    printf("%d", counter);
  }`;

/** Threads that print, wait for each other, sleep, are joined and cancelled. */
const BUSY = `
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
  pthread_barrier_t barrier;
  pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
  int turn;
  __thread int mine;
  void *works(void *argument) {
    long self = (long)argument;
    for (int round = 0; round < 3; round++) {
      pthread_mutex_lock(&mutex);
      while (turn % 3 != self) pthread_cond_wait(&changed, &mutex);
      printf("%ld takes turn %d\\n", self, turn++);
      pthread_cond_broadcast(&changed);
      pthread_mutex_unlock(&mutex);
      mine++;
      pthread_rwlock_rdlock(&lock);
      usleep(10);
      pthread_rwlock_unlock(&lock);
      pthread_barrier_wait(&barrier);
    }
    return (void *)(self + mine);
  }
  void *sleeps(void *argument) { sleep(1000); return argument; }
  int main(void) {
    pthread_t threads[3], sleeper;
    long sum = 0;
    void *result;
    pthread_barrier_init(&barrier, NULL, 3);
    pthread_create(&sleeper, NULL, sleeps, NULL);
    for (long k = 0; k < 3; k++) pthread_create(&threads[k], NULL, works, (void *)k);
    for (int k = 0; k < 3; k++) {
      pthread_join(threads[k], &result);
      sum += (long)result;
    }
    pthread_cancel(sleeper);
    pthread_join(sleeper, &result);
    printf("%ld %d\\n", sum, result == PTHREAD_CANCELED);
  }`;
const BUSY_OUTPUT = `${Array.from({ length: 9 }, (_, k) => `${k % 3} takes turn ${k}\n`).join('')}12 1\n`;

function log(machine: Machine): string {
  return JSON.stringify(machine.events);
}

describe('threads that share memory', () => {
  it('lose updates under some schedules, none with a mutex', () => {
    const results = { without: new Set<string>(), with: new Set<string>() };
    for (let seed = 0; seed < 12; seed++) {
      const scheduler = randomScheduler(seed, 7);
      results.without.add(run(counting(false), { scheduler }).report().stdout);
      results.with.add(
        run(counting(true), { scheduler: randomScheduler(seed, 7) }).report().stdout,
      );
    }
    expect(results.without.size).toBeGreaterThan(1);
    expect([...results.with]).toEqual(['60']);
  });

  it('print whole lines, whatever the quantum', () => {
    const source = `
      void *prints(void *argument) {
        for (int k = 0; k < 5; k++) printf("%s %d %s\\n", (char *)argument, k, (char *)argument);
        return NULL;
      }
      int main(void) {
        pthread_t a, b;
        pthread_create(&a, NULL, prints, "one");
        pthread_create(&b, NULL, prints, "two");
        pthread_join(a, NULL);
        pthread_join(b, NULL);
      }`;
    for (const scheduler of [roundRobin(3), roundRobin(50), randomScheduler(1, 20)]) {
      const lines = run(source, { scheduler }).report().stdout.trimEnd().split('\n');
      expect(lines.sort()).toEqual(
        ['one', 'two'].flatMap((name) => [0, 1, 2, 3, 4].map((k) => `${name} ${k} ${name}`)),
      );
    }
  });
});

describe('determinism', () => {
  const policies = [() => roundRobin(7), () => roundRobin(1000), () => randomScheduler(4, 10)];

  it.each(policies)('recorded choices replay to the same event log (%#)', (policy) => {
    const first = run(BUSY, { scheduler: policy() });
    expect(first.report()).toMatchObject({ outcome: { kind: 'finished' }, stdout: BUSY_OUTPUT });
    const schedule = parseSchedule(first.recordedSchedule());
    if (schedule.kind !== 'schedule') throw new Error(schedule.message);
    const second = run(BUSY, { scheduler: replay(schedule.choices) });
    expect(log(second)).toBe(log(first));
  });

  it('snapshots continue alike, restored in any order', () => {
    const machine = bootThreads(BUSY, { scheduler: randomScheduler(9, 10) });
    const snapshots = [machine.snapshot()];
    while (machine.run(1500) === 'paused') snapshots.push(machine.snapshot());
    const whole = log(machine);
    expect(snapshots.length).toBeGreaterThan(5);
    for (const k of [2, snapshots.length - 1, 0, 4, 2]) {
      const snapshot = snapshots[k];
      if (snapshot === undefined) throw new Error(`no snapshot ${k}`);
      machine.restore(snapshot);
      expect(log(finish(machine))).toBe(whole);
      expect(machine.report().stdout).toBe(BUSY_OUTPUT);
    }
  });
});

describe('deadlocks', () => {
  it('name both mutexes and who has them', () => {
    const { outcome } = run(`
      pthread_mutex_t forks = PTHREAD_MUTEX_INITIALIZER, knives = PTHREAD_MUTEX_INITIALIZER;
      void *eats(void *argument) {
        pthread_mutex_lock(&knives);
        sleep(1);
        pthread_mutex_lock(&forks);
        return NULL;
      }
      int main(void) {
        pthread_t other;
        pthread_create(&other, NULL, eats, NULL);
        pthread_mutex_lock(&forks);
        sleep(1);
        pthread_mutex_lock(&knives);
      }`).report();
    expect(outcome).toEqual({
      kind: 'deadlock',
      waiting: [
        {
          pid: 100,
          process: 100,
          reason: { kind: 'lock', object: 'mutex', name: 'knives', owner: 101 },
        },
        {
          pid: 101,
          process: 100,
          reason: { kind: 'lock', object: 'mutex', name: 'forks', owner: 100 },
        },
      ],
    });
  });

  it('tell of a mutex locked twice, a condition never signalled, a thread never ended', () => {
    const { outcome } = run(`
      pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, twice = PTHREAD_MUTEX_INITIALIZER;
      pthread_cond_t never = PTHREAD_COND_INITIALIZER;
      void *waits(void *argument) {
        pthread_mutex_lock(&mutex);
        pthread_cond_wait(&never, &mutex);
        return NULL;
      }
      void *locks(void *argument) {
        pthread_mutex_lock(&twice);
        pthread_mutex_lock(&twice);
        return NULL;
      }
      int main(void) {
        pthread_t a, b;
        pthread_create(&a, NULL, waits, NULL);
        pthread_create(&b, NULL, locks, NULL);
        pthread_join(a, NULL);
      }`).report();
    if (outcome.kind !== 'deadlock') throw new Error('no deadlock');
    expect(outcome.waiting.map(({ reason }) => reason)).toMatchObject([
      { kind: 'thread', thread: 101 },
      { kind: 'lock', object: 'condition', name: 'never' },
      { kind: 'lock', object: 'mutex', name: 'twice', owner: 102 },
    ]);
    expect(outcomeText(outcome)).toContain(
      'thread 102 of process 100 waits for the mutex twice, which it has itself',
    );
  });
});

describe('budgets', () => {
  const options = { budgets: { ...defaultBudgets, processesMax: 12, forksMax: 60 } };

  it('a thread bomb is told', () => {
    const { outcome } = run(
      `
      void *waits(void *argument) { pause(); return NULL; }
      int main(void) {
        pthread_t thread;
        for (;;) pthread_create(&thread, NULL, waits, NULL);
      }`,
      options,
    ).report();
    expect(outcome).toMatchObject({ kind: 'budget', budget: 'processesMax', limit: 12, pid: 100 });
  });

  it('so is one whose threads end', () => {
    const { outcome } = run(
      `
      void *ends(void *argument) { return NULL; }
      int main(void) {
        pthread_t thread;
        for (;;) {
          pthread_create(&thread, NULL, ends, NULL);
          pthread_join(thread, NULL);
        }
      }`,
      options,
    ).report();
    expect(outcome).toMatchObject({ kind: 'budget', budget: 'forksMax', limit: 60 });
  });

  it('EAGAIN is what a program sees that stops in time', () => {
    const { outcome, stdout } = run(
      `
      sem_t done;
      void *waits(void *argument) { sem_wait(&done); return NULL; }
      int main(void) {
        pthread_t threads[20];
        int made = 0, error = 0;
        while (error == 0) {
          error = pthread_create(&threads[made], NULL, waits, NULL);
          if (error == 0) made++;
        }
        for (int k = 0; k < made; k++) sem_post(&done);
        for (int k = 0; k < made; k++) pthread_join(threads[k], NULL);
        printf("%d %d", made, error == EAGAIN);
      }`,
      options,
    ).report();
    expect(outcome).toEqual({ kind: 'finished' });
    expect(stdout).toBe('11 1');
  });
});

describe('the whole process', () => {
  const others = `
    sem_t never;
    pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;
    int ends[2];
    void *in_semaphore(void *argument) { sem_wait(&never); return NULL; }
    void *in_mutex(void *argument) { pthread_mutex_lock(&held); return NULL; }
    void *in_read(void *argument) { char c; read(ends[0], &c, 1); return NULL; }
    void *in_sleep(void *argument) { sleep(1000); return NULL; }
    void *spins(void *argument) { for (;;); return NULL; }
    void others(void) {
      void *(*what[])(void *) = {in_semaphore, in_mutex, in_read, in_sleep, spins};
      pthread_mutex_lock(&held);
      pipe(ends);
      for (int k = 0; k < 5; k++) {
        pthread_t thread;
        pthread_create(&thread, NULL, what[k], NULL);
      }
      usleep(1000);
    }`;

  it('ends when one thread calls exit, while others wait, sleep and run', () => {
    const report = run(`${others}
      void *exits(void *argument) { exit(7); }
      int main(void) {
        pthread_t thread;
        others();
        pthread_create(&thread, NULL, exits, NULL);
        pthread_join(thread, NULL);
      }`).report();
    expect(report.outcome).toEqual({ kind: 'finished' });
    expect(report.status).toEqual({ kind: 'exited', code: 7 });
    expect(report.timeNs).toBeLessThan(1e9);
  });

  it('goes on as one thread after exec from any of them', () => {
    const report = run(`${others}
      void *executes(void *argument) {
        execl("/bin/sh", "sh", "-c", "echo $$; grep Threads /proc/$$/status", (char *)NULL);
        return NULL;
      }
      int main(void) {
        pthread_t thread;
        others();
        pthread_create(&thread, NULL, executes, NULL);
        pthread_join(thread, NULL);
      }`).report();
    expect(report.outcome).toEqual({ kind: 'finished' });
    expect(report.stdout).toBe('100\nThreads:\t1\n');
  });

  it('dies by a signal that one thread causes', () => {
    const report = run(`${others}
      void *faults(void *argument) { return *(void **)argument; }
      int main(void) {
        pthread_t thread;
        others();
        pthread_create(&thread, NULL, faults, NULL);
        pthread_join(thread, NULL);
      }`).report();
    expect(report.status).toMatchObject({ kind: 'signaled', signal: 'SIGSEGV' });
    expect(report.findings[0]?.at).toMatchObject({ function: 'faults' });
  });

  it('tells in /proc how many threads it has', () => {
    const { stdout } = run(`${others}
      int main(void) {
        others();
        char line[100];
        FILE *status = fopen("/proc/self/status", "r");
        while (fgets(line, sizeof line, status))
          if (strncmp(line, "Threads:", 8) == 0) printf("%s", line);
        fflush(stdout);
        _exit(0);
      }`).report();
    expect(stdout).toBe('Threads:\t6\n');
  });

  it('stays until its last thread ends, though the first one did', () => {
    const report = run(`
      pthread_t first;
      void *outlives(void *argument) {
        void *result;
        pthread_join(first, &result);
        sleep(2);
        printf("%ld", (long)result);
        return NULL;
      }
      int main(void) {
        pthread_t thread;
        first = pthread_self();
        pthread_create(&thread, NULL, outlives, NULL);
        pthread_exit((void *)5L);
      }`).report();
    expect(report).toMatchObject({ stdout: '5', status: { kind: 'exited', code: 0 } });
  });
});
