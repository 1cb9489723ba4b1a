import { describe, expect, it } from 'vitest';
import { randomState, nextBelow } from './random';
import type { Choice, Scheduler, SchedulingPoint } from './scheduling/scheduler';
import { bootImage, bootMain, imageOf } from './testing/c-program';

/** Chooses at random who goes on to its next visible operation. */
function visibleSteps(seed: number, points: SchedulingPoint[]): Scheduler {
  const state = randomState(seed);
  const scheduler: Scheduler = {
    name: 'visible steps',
    choose: (point): Choice => {
      points.push({ ...point, ready: [...point.ready] });
      const pid = point.ready[nextBelow(state, point.ready.length)];
      if (pid === undefined) throw new Error('nobody is ready');
      return { pid, until: { kind: 'visible' } };
    },
    clone: () => scheduler,
  };
  return scheduler;
}

describe('choices until the next visible operation', () => {
  it('interleave accesses to shared memory, and lose an update', () => {
    const results = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const points: SchedulingPoint[] = [];
      const machine = bootMain(
        `
        int *counter = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        for (int k = 0; k < 2; k++)
          if (fork() == 0) { *counter = *counter + 1; _exit(0); }
        while (wait(NULL) > 0);
        printf("%d", *counter);`,
        { scheduler: visibleSteps(seed, points) },
      );
      machine.closeInput();
      while (machine.run(1_000_000) === 'paused');
      expect(machine.report().outcome).toEqual({ kind: 'finished' });
      expect(points.length).toBeLessThan(60);
      results.add(machine.report().stdout);
    }
    expect([...results].sort()).toEqual(['1', '2']);
  });
});

/** Two threads that each run `step` once, under schedules of seeds 0 to 19: what main then prints. */
function outcomesOf(declarations: string, step: string, shown: string): ReadonlySet<string> {
  const results = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const run = threadsUnder(visibleSteps(seed, []), declarations, step, shown);
    expect(run.outcome).toEqual({ kind: 'finished' });
    results.add(run.stdout);
  }
  return results;
}

function threadsUnder(scheduler: Scheduler, declarations: string, step: string, shown: string) {
  const source = `#include <pthread.h>
    #include <stdio.h>
    ${declarations}
    static void *work(void *argument) { ${step}; return argument; }
    int main(void) {
      pthread_t threads[2];
      for (int k = 0; k < 2; k++) pthread_create(&threads[k], NULL, work, (void *)&counter);
      for (int k = 0; k < 2; k++) pthread_join(threads[k], NULL);
      printf("%d", ${shown});
      return 0;
    }`;
  const machine = bootImage(imageOf('test.c', source), { scheduler });
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.report();
}

describe('choices until the next visible operation, among threads of a process', () => {
  it('lose an update of a static variable', () => {
    const results = outcomesOf('static int counter;', 'counter = counter + 1', 'counter');
    expect([...results].sort()).toEqual(['1', '2']);
  });

  it('lose an update through a pointer, also by one statement', () => {
    const results = outcomesOf('static int counter;', '++*(int *)argument', 'counter');
    expect([...results].sort()).toEqual(['1', '2']);
  });

  it('lose an update of an atomic variable only if it is loaded and stored', () => {
    const declarations = '#include <stdatomic.h>\nstatic atomic_int counter;\n';
    const apart = outcomesOf(declarations, 'counter = counter + 1', 'counter');
    expect([...apart].sort()).toEqual(['1', '2']);
    for (const step of ['counter++', 'counter += 1', 'atomic_fetch_add(&counter, 1)'])
      expect([...outcomesOf(declarations, step, 'counter')]).toEqual(['2']);
  });

  it('lose no update that is made by comparing and exchanging', () => {
    const results = outcomesOf('static _Atomic double counter;', 'counter += 1', '(int)counter');
    expect([...results]).toEqual(['2']);
  });

  it('are the same for the same seed', () => {
    const runs = [7, 7].map((seed) => {
      const points: SchedulingPoint[] = [];
      const { stdout } = threadsUnder(
        visibleSteps(seed, points),
        'static int counter;',
        'for (int k = 0; k < 5; k++) counter++',
        'counter',
      );
      return { stdout, ready: points.map(({ ready }) => ready) };
    });
    expect(runs[0]).toEqual(runs[1]);
  });
});
