import { expect, it } from 'vitest';
import { roundRobin } from '../scheduling/policies/round-robin';
import { bootMain } from '../testing/c-program';

it('mapped files, protections and streams of popen are in snapshots', () => {
  const machine = bootMain(
    `
    int fd = open("f", O_RDWR | O_CREAT, 0600);
    ftruncate(fd, 8192);
    char *shared = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    char *own = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    FILE *stream = popen("sort -r", "w");
    for (int k = 0; k < 12; k++) {
      mprotect(shared, 4096, PROT_READ | PROT_WRITE);
      shared[k] = own[k] = 'a' + k;
      mprotect(shared, 4096, PROT_READ);
      fprintf(stream, "%c\\n", shared[k]);
      char back = 0;
      pread(fd, &back, 1, k);
      if (back != shared[k]) abort();
      shared[4096 + k] = back;
    }
    fflush(stdout);
    pclose(stream);
    printf("%.12s %.12s %.12s\\n", shared, own, shared + 4096);
    fflush(stdout);
    shared[0] = 'x';`,
    { scheduler: roundRobin(700) },
  );
  const snapshots = [machine.snapshot()];
  while (machine.run(3000) === 'paused') snapshots.push(machine.snapshot());
  const whole = JSON.stringify(machine.events);
  const { stdout, status } = machine.report();
  expect(stdout).toBe(
    'l\nk\nj\ni\nh\ng\nf\ne\nd\nc\nb\na\nabcdefghijkl abcdefghijkl abcdefghijkl\n',
  );
  expect(status).toMatchObject({ kind: 'signaled', signal: 'SIGSEGV' });
  expect(snapshots.length).toBeGreaterThan(5);
  for (const k of [1, snapshots.length - 1, 3, 0, 5]) {
    const snapshot = snapshots[k];
    if (snapshot === undefined) throw new Error(`no snapshot ${k}`);
    machine.restore(snapshot);
    while (machine.run(1_000_000) === 'paused');
    expect(JSON.stringify(machine.events)).toBe(whole);
  }
});
