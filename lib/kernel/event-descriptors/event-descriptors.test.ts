import { describe, expect, it } from 'vitest';
import { outcomeText } from '../../grading/explain-run';
import type { Machine } from '../machine';
import { randomScheduler } from '../scheduling/policies/random';
import { bootMain, runMain } from '../testing/c-program';

const INCLUDE = '#include <sys/epoll.h>\n#include <sys/eventfd.h>\n';

/** The headers stand within main: they declare functions and types only. */
const BUSY = `
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <time.h>
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGRTMIN);
  sigprocmask(SIG_BLOCK, &set, NULL);
  int epoll = epoll_create1(0), counter = eventfd(0, 0), signals = signalfd(-1, &set, 0);
  int clock = timerfd_create(CLOCK_MONOTONIC, 0);
  struct itimerspec each = {{0, 1000000}, {0, 1000000}};
  timerfd_settime(clock, 0, &each, NULL);
  timer_t timer;
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN};
  timer_create(CLOCK_MONOTONIC, &event, &timer);
  timer_settime(timer, 0, &each, NULL);
  int all[3] = {counter, clock, signals};
  for (int k = 0; k < 3; k++) {
    struct epoll_event interest = {k == 0 ? EPOLLIN | EPOLLET : EPOLLIN, {.fd = all[k]}};
    epoll_ctl(epoll, EPOLL_CTL_ADD, all[k], &interest);
  }
  if (fork() == 0) {
    for (int k = 1; k <= 10; k++) {
      eventfd_write(counter, k);
      kill(getppid(), SIGUSR1);
      usleep(700);
    }
    _exit(0);
  }
  unsigned long sum = 0, ticks = 0, records = 0;
  while (sum < 55 || ticks < 10) {
    struct epoll_event events[3];
    int n = epoll_wait(epoll, events, 3, -1);
    for (int k = 0; k < n; k++) {
      unsigned long value;
      struct signalfd_siginfo info;
      if (events[k].data.fd == signals)
        records += read(signals, &info, sizeof info) == sizeof info;
      else {
        read(events[k].data.fd, &value, sizeof value);
        *(events[k].data.fd == counter ? &sum : &ticks) += value;
      }
    }
  }
  printf("%lu %d %d\\n", sum, ticks >= 10, records >= 10);
`;

function log(machine: Machine): string {
  return JSON.stringify(machine.events);
}

describe('event descriptors', () => {
  it('are in snapshots, with who waits for them', () => {
    const machine = bootMain(BUSY, { scheduler: randomScheduler(5, 20) });
    const snapshots = [machine.snapshot()];
    while (machine.run(2000) === 'paused') snapshots.push(machine.snapshot());
    const whole = log(machine);
    expect(machine.report().stdout).toBe('55 1 1\n');
    expect(snapshots.length).toBeGreaterThan(5);
    for (const k of [3, snapshots.length - 1, 0, 4]) {
      const snapshot = snapshots[k];
      if (snapshot === undefined) throw new Error(`no snapshot ${k}`);
      machine.restore(snapshot);
      while (machine.run(1_000_000) === 'paused');
      expect(log(machine)).toBe(whole);
    }
  });

  it.each([
    ['int fd = eventfd(0, 0); char to[8]; read(fd, to, 8);', 'to read from an eventfd whose count'],
    [
      'int fd = eventfd(0, 0); unsigned long v = -2; write(fd, &v, 8); write(fd, &v, 8);',
      'to write to an eventfd whose count is as high as it goes',
    ],
    [
      `int fd = eventfd(0, 0), epoll = epoll_create1(0); struct epoll_event at = {EPOLLIN};
       epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &at); epoll_wait(epoll, &at, 1, -1);`,
      'in poll, select or epoll_wait, until something happens on descriptor 3',
    ],
  ])('are what a deadlock names: %s', (body, text) => {
    const { outcome } = runMain(`\n${INCLUDE}${body}`).report();
    expect(outcomeText(outcome)).toContain(`process 100 waits ${text}`);
  });

  it('end a run whose timer nobody reads', () => {
    const { outcome } = runMain(`
#include <sys/timerfd.h>
      int fd = timerfd_create(CLOCK_MONOTONIC, 0), ends[2];
      struct itimerspec each = {{0, 1000}, {0, 1000}};
      timerfd_settime(fd, 0, &each, NULL);
      pipe(ends);
      char c;
      read(ends[0], &c, 1);`).report();
    expect(outcome.kind).toBe('deadlock');
  });
});
