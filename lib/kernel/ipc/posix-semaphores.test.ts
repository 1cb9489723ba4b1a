import { describe, expect, it } from 'vitest';
import type { Machine } from '../machine';
import type { MachineOptions } from '../machine-options';
import { randomScheduler } from '../scheduling/policies/random';
import { runMain } from '../testing/c-program';
import { defaultCosts } from '../time/virtual-time';

/** Where the semaphore lies. */
const PLACES = {
  'a local variable': 'sem_t here; sem_t *s = &here; sem_init(s, 0, 1);',
  'a static variable': 'static sem_t here; sem_t *s = &here; sem_init(s, 0, 1);',
  'the heap': 'sem_t *s = malloc(sizeof *s); sem_init(s, 0, 1);',
  'shared memory': `sem_t *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    sem_init(s, 1, 1);`,
  'a name': 'sem_t *s = sem_open("/here", O_CREAT, 0600, 1);',
};

const PAIRS = `for (int k = 0; k < 200; k++) {
  if (sem_wait(s) != 0 || sem_trywait(s) != -1 || errno != EAGAIN || sem_post(s) != 0) return 1;
  if (sem_trywait(s) != 0 || sem_post(s) != 0) return 2;
}
int value; sem_getvalue(s, &value); printf("%d", value);`;

/** Three processes that take turns, so that some wait while others post. */
const CONTENDED = `
  sem_t *s = mmap(NULL, 4 * sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int k = 0; k < 4; k++) sem_init(&s[k], 1, k == 0);
  for (int me = 1; me < 3; me++)
    if (fork() == 0) {
      for (int k = 0; k < 30; k++) {
        sem_wait(&s[me]);
        printf("%d", me); fflush(stdout);
        sem_post(&s[3]);
        sem_post(&s[(me + 1) % 3]);
        sem_wait(&s[3]);
      }
      return 0;
    }
  for (int k = 0; k < 30; k++) { sem_wait(&s[0]); printf("0"); fflush(stdout); sem_post(&s[1]); }
  while (wait(NULL) > 0);`;

const CHATTY = ['state', 'switched', 'pipe', 'message', 'called', 'returned'];

/** All that doesn't depend on how much of a trace is kept. */
function courseOf(machine: Machine): unknown {
  return {
    report: machine.report(),
    events: machine.events.filter(({ kind }) => !CHATTY.includes(kind)),
    schedule: machine.recordedSchedule(),
  };
}

function withoutTrace(body: string, options: Partial<MachineOptions> = {}): Machine {
  return runMain(body, { trace: 'checks', ...options });
}

describe('POSIX semaphores', () => {
  it.each(Object.entries(PLACES))('in %s do the same with and without traps', (_place, make) => {
    const body = `${make}\n${PAIRS}`;
    const machine = withoutTrace(body);
    expect(machine.report()).toMatchObject({ outcome: { kind: 'finished' }, stdout: '1' });
    expect(courseOf(machine)).toEqual(courseOf(runMain(body)));
  });

  it.each([1, 2])('that somebody waits for, too, on %d processors', (processors) => {
    const options = { processors, scheduler: randomScheduler(7, 20) };
    const machine = withoutTrace(CONTENDED, options);
    expect(machine.report().stdout).toBe('012'.repeat(30));
    expect(courseOf(machine)).toEqual(courseOf(runMain(CONTENDED, options)));
  });

  it('take no time in the kernel while nobody has to wait', () => {
    const timeOf = (pairs: number) =>
      `${PLACES['the heap']}\nfor (int k = 0; k < ${pairs}; k++) { sem_wait(s); sem_post(s); }`;
    const few = withoutTrace(timeOf(10)).report();
    const many = withoutTrace(timeOf(10_000)).report();
    const instructions = many.instructions - few.instructions;
    expect(instructions).toBeGreaterThan(100_000);
    expect(many.timeNs - few.timeNs).toBe(instructions * defaultCosts.instructionNs);
  });

  it('are calls in a full trace', () => {
    const calls = runMain(`${PLACES['the heap']}\nsem_wait(s); sem_post(s);`).events.flatMap(
      (event) => (event.kind === 'called' || event.kind === 'returned' ? [event] : []),
    );
    expect(calls.filter(({ call }) => /^sem_(wait|post)$/.test(call))).toMatchObject([
      { kind: 'called', call: 'sem_wait' },
      { kind: 'returned', call: 'sem_wait', result: 0 },
      { kind: 'called', call: 'sem_post' },
      { kind: 'returned', call: 'sem_post', result: 0 },
    ]);
  });

  it('can be full, or no memory at all', () => {
    const { stdout } = withoutTrace(`
      sem_t s; sem_init(&s, 0, 2147483647);
      printf("%d ", sem_post(&s)); printf("%d ", errno == EOVERFLOW);
      printf("%d ", sem_wait(&s)); printf("%d ", sem_post(&s));
      sem_t *none = (sem_t *)0x100;
      printf("%d ", sem_post(none)); printf("%d", errno == EFAULT);`).report();
    expect(stdout).toBe('-1 1 0 0 -1 1');
  });
});
