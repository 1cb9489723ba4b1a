import { describe, expect, it } from 'vitest';
import { bootImage, imageOf } from '../testing/c-program';
import { firstComeFirstServed } from './policies/first-come-first-served';

/** Two children use the processor for 2 ms each, bound as `bind` says; then the milliseconds it took. */
function program(bind: string): string {
  return `#define _GNU_SOURCE
#include <forkyard/workload.h>
#include <sched.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
int main(void) {
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int child = 0; child < 2; child++)
    if (fork() == 0) {
      cpu_set_t set;
      CPU_ZERO(&set);
      ${bind}
      int before = sched_setaffinity(0, sizeof set, &set);
      for (int k = 0; k < 20; k++) cpu_burst(100);
      int on = sched_getcpu();
      if (before < 0 || !CPU_ISSET(on, &set)) _exit(1);
      _exit(0);
    }
  int status, failed = 0;
  while (wait(&status) > 0) failed += status != 0;
  clock_gettime(CLOCK_MONOTONIC, &to);
  long microseconds = (to.tv_sec - from.tv_sec) * 1000000 + (to.tv_nsec - from.tv_nsec) / 1000;
  printf("%d failed, %ld ms\\n", failed, (microseconds + 500) / 1000);
  return 0;
}
`;
}

function outputOf(bind: string): string {
  const machine = bootImage(imageOf('bound.c', program(bind)), {
    scheduler: firstComeFirstServed(),
    costs: { systemCallNs: 0, contextSwitchNs: 0 },
    processors: 2,
  });
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.report().stdout;
}

describe('affinity on two processors', () => {
  it.each([
    ['each its own', 'CPU_SET(child, &set);', '0 failed, 2 ms\n'],
    ['both the second', 'CPU_SET(1, &set);', '0 failed, 4 ms\n'],
    ['any', 'CPU_SET(0, &set); CPU_SET(1, &set);', '0 failed, 2 ms\n'],
    ['one that is not there, which changes nothing', 'CPU_SET(2, &set);', '2 failed, 2 ms\n'],
  ])('%s', (_what, bind, output) => {
    expect(outputOf(bind)).toBe(output);
  });
});
