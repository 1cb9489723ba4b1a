import { describe, expect, it } from 'vitest';
import { defaultBudgets } from './budgets';
import { bootImage, imageOf, runMain } from './testing/c-program';

describe('deadlock', () => {
  it('says who waits for what', () => {
    const { outcome } = runMain(`
      int ends[2];
      pipe(ends);
      if (fork() == 0) { char c; read(ends[0], &c, 1); exit(0); }
      wait(NULL);`).report();
    expect(outcome).toEqual({
      kind: 'deadlock',
      waiting: [
        { pid: 100, process: 100, reason: { kind: 'child', pid: null } },
        { pid: 101, process: 101, reason: { kind: 'pipe-read', pipe: 0 } },
      ],
    });
  });

  it('names the semaphores', () => {
    const { outcome } = runMain(`
      sem_t *a = sem_open("/fork-a", O_CREAT, 0600, 1), *b = sem_open("/fork-b", O_CREAT, 0600, 1);
      if (fork() == 0) { sem_wait(b); sleep(1); sem_wait(a); exit(0); }
      sem_wait(a); sleep(1); sem_wait(b);`).report();
    expect(outcome).toEqual({
      kind: 'deadlock',
      waiting: [
        { pid: 100, process: 100, reason: { kind: 'semaphore', name: '/fork-b', value: 0 } },
        { pid: 101, process: 101, reason: { kind: 'semaphore', name: '/fork-a', value: 0 } },
      ],
    });
  });

  it('is none while somebody sleeps', () => {
    const report = runMain(`
      pid_t parent = getpid();
      signal(SIGUSR1, SIG_IGN);
      if (fork() == 0) { sleep(1000); kill(parent, SIGTERM); exit(0); }
      pause();`).report();
    expect(report.outcome).toEqual({ kind: 'finished' });
    expect(report.status).toEqual({ kind: 'signaled', signal: 'SIGTERM', coreDumped: false });
    expect(report.timeNs).toBeGreaterThan(1000e9);
  });
});

describe('orphans', () => {
  const family = `
    if (fork() == 0) { sleep(5); printf("orphan %d\\n", getppid()); exit(0); }
    sleep(1);`;

  it('go to init', () => {
    const report = runMain(family).report();
    expect(report.stdout).toBe('orphan 1\n');
    expect(report.processes[1]).toMatchObject({
      pid: 101,
      parent: 1,
      createdBy: 100,
      leftZombie: false,
    });
  });

  it('die with their parent under cascading termination', () => {
    const report = runMain(family, { orphans: 'cascade' }).report();
    expect(report.stdout).toBe('');
    expect(report.processes[1]?.status).toMatchObject({ kind: 'signaled', signal: 'SIGKILL' });
  });
});

describe('zombies', () => {
  it('are told apart from children that were waited for', () => {
    const { processes } = runMain(`
      if (fork() == 0) exit(1);
      wait(NULL);
      if (fork() == 0) exit(2);
      sleep(1);`).report();
    expect(processes.map(({ reapedBy, leftZombie }) => [reapedBy, leftZombie])).toEqual([
      [null, false],
      [100, false],
      [null, true],
    ]);
  });
});

describe('findings', () => {
  const cases = [
    ['int *p = NULL; *p = 1;', 'null-pointer', 'SIGSEGV'],
    ['int a[4] = {0}, i = 4; a[i] = 1; return a[0];', 'out-of-bounds', 'SIGSEGV'],
    ['volatile char more[2147483647]; more[0] = 1; return more[0];', 'stack-overflow', 'SIGSEGV'],
    ['volatile int zero = 0; return 1 / zero;', 'division-by-zero', 'SIGFPE'],
    ['char *p = malloc(4); free(p); free(p);', 'double-free', 'SIGABRT'],
    ['char *p = malloc(4); free(p); return *p;', 'use-after-free', 'SIGSEGV'],
    ['assert(1 + 1 == 3);', 'assertion', 'SIGABRT'],
    ['char *p = malloc(4); read(0, p, 10);', 'out-of-bounds', 'SIGSEGV'],
  ] as const;

  it.each(cases)('%s', (body, kind, signal) => {
    const report = runMain(`\n${body}`).report();
    expect(report.findings[0]).toMatchObject({ kind, fatal: true, pid: 100 });
    expect(report.findings[0]?.at).toMatchObject({ file: 'test.c', function: 'main' });
    expect(report.status).toEqual({ kind: 'signaled', signal, coreDumped: false });
  });

  it('a leak is noted and ends nothing', () => {
    const report = runMain('char *p = malloc(10); p = NULL; printf("%p", (void *)p);').report();
    expect(report.findings).toMatchObject([{ kind: 'leak', fatal: false }]);
    expect(report.status).toEqual({ kind: 'exited', code: 0 });
  });

  it('a fault whose handler returns is told once, and uses up the budget', () => {
    const image = imageOf(
      'test.c',
      `#include <signal.h>
      static volatile int faults;
      static void again(int signal) { faults += signal; }
      int main(void) {
        int *nowhere = 0;
        signal(SIGSEGV, again);
        return *nowhere;
      }`,
    );
    const machine = bootImage(image, { budgets: { ...defaultBudgets, instructionsMax: 100_000 } });
    while (machine.run(10_000) === 'paused');
    const { outcome, findings, instructions } = machine.report();
    expect(outcome).toMatchObject({ kind: 'budget', budget: 'instructionsMax' });
    expect(findings).toMatchObject([{ kind: 'null-pointer', at: { line: 7 } }]);
    expect(instructions).toBeLessThan(5000);
  });

  it('a stack overflow of a child of vfork leaves its parent going on', () => {
    const image = imageOf(
      'test.c',
      `#include <sys/wait.h>
      #include <unistd.h>
      static int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }
      int main(void) {
        int status;
        if (vfork() == 0) _exit(deep(1000000));
        wait(&status);
        return WTERMSIG(status);
      }`,
    );
    const machine = bootImage(image);
    while (machine.run(1_000_000) === 'paused');
    const { findings, status } = machine.report();
    expect(findings).toMatchObject([{ kind: 'stack-overflow', pid: 101 }]);
    expect(status).toEqual({ kind: 'exited', code: 11 });
  });

  it('a bad pointer to a system call is EFAULT', () => {
    const report = runMain(
      'return write(1, (void *)8, 4) == -1 && errno == EFAULT ? 0 : 1;',
    ).report();
    expect(report.status).toEqual({ kind: 'exited', code: 0 });
    expect(report.findings).toMatchObject([{ kind: 'invalid-argument', fatal: false }]);
  });
});

describe('leftovers', () => {
  it('are the IPC objects that nobody removed', () => {
    const { leftovers } = runMain(`
      shmget(IPC_PRIVATE, 10, 0600);
      semget(IPC_PRIVATE, 1, 0600);
      sem_open("/s", O_CREAT, 0600, 0);
      shm_open("/m", O_CREAT | O_RDWR, 0600);`).report();
    expect(leftovers).toEqual([
      { kind: 'shared-memory', name: 'shmid 0' },
      { kind: 'semaphore', name: 'semid 0' },
      { kind: 'semaphore', name: '/s' },
      { kind: 'shared-memory', name: '/m' },
    ]);
  });
});
