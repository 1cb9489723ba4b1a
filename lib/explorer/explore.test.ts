import { describe, expect, it } from 'vitest';
import { replay } from '../kernel/scheduling/policies/replay';
import { parseSchedule } from '../kernel/scheduling/schedule-text';
import { Machine } from '../kernel/machine';
import { runReport } from '../kernel/run-report';
import { MachineSystem } from './machine/machine-system';
import { searchPlain } from './plain/plain-search';
import { exploreC, exploredMachine, outputsOf, programOf } from './testing/c-program';

const LOST_UPDATE = `
int main(void) {
  int *counter = shared(1);
  for (int k = 0; k < 2; k++)
    if (fork() == 0) { *counter = *counter + 1; _exit(0); }
  while (wait(NULL) > 0);
  printf("%d", *counter);
}`;

const LOST_UPDATE_OF_THREADS = `
static int counter;
static void *work(void *argument) { counter++; return argument; }
int main(void) {
  pthread_t threads[2];
  for (int k = 0; k < 2; k++) pthread_create(&threads[k], NULL, work, NULL);
  for (int k = 0; k < 2; k++) pthread_join(threads[k], NULL);
  printf("%d", counter);
}`;

describe('exploring', () => {
  it('finds every output of two processes that add one', () => {
    const result = exploreC(LOST_UPDATE);
    expect(outputsOf(result)).toEqual(['1', '2']);
    expect(result).toMatchObject({ verdict: 'proved', complete: true, violations: [] });
  });

  it('finds every output of two threads that add one', () => {
    expect(outputsOf(exploreC(LOST_UPDATE_OF_THREADS))).toEqual(['1', '2']);
  });

  it('gives a schedule with each output that the machine makes again', () => {
    for (const source of [LOST_UPDATE, LOST_UPDATE_OF_THREADS]) {
      for (const { stdout, schedule } of exploreC(source).outputs) {
        const parsed = parseSchedule(schedule);
        if (parsed.kind !== 'schedule') throw new Error(parsed.message);
        const { image, argv, env } = programOf(source);
        const machine = new Machine({
          ...exploredMachine,
          trace: 'full',
          scheduler: replay(parsed.choices, parsed.timing),
        });
        machine.boot(image, argv, env);
        machine.closeInput();
        while (machine.run(1_000_000) === 'paused');
        expect(machine.report()).toMatchObject({ stdout, outcome: { kind: 'finished' } });
        expect(machine.recordedSchedule()).toBe(schedule);
      }
    }
  });

  it('tries with few preemptions first', () => {
    const asserted = LOST_UPDATE.replace('printf("%d", *counter);', 'assert(*counter == 2);');
    const within = (preemptions: number) => exploreC(asserted, { bounds: { preemptions } });
    expect(within(0)).toMatchObject({ violations: [], complete: false, cutBy: 'preemptions' });
    const [once] = within(1).violations;
    const [often] = within(9).violations;
    expect(once).toMatchObject({ kind: 'assertion' });
    expect(often?.schedule).toBe(once?.schedule);
    const all = exploreC(LOST_UPDATE, { bounds: { preemptions: 99 } });
    expect(all).toMatchObject({ complete: true, verdict: 'proved', bounds: { preemptions: 99 } });
    expect(outputsOf(all)).toEqual(['1', '2']);
  });

  it('finds the deadlock of two mutexes', () => {
    const result = exploreC(`
      static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
      static void *other(void *argument) {
        pthread_mutex_lock(&b); pthread_mutex_lock(&a);
        pthread_mutex_unlock(&a); pthread_mutex_unlock(&b);
        return argument;
      }
      int main(void) {
        pthread_t thread;
        pthread_create(&thread, NULL, other, NULL);
        pthread_mutex_lock(&a); pthread_mutex_lock(&b);
        pthread_mutex_unlock(&b); pthread_mutex_unlock(&a);
        pthread_join(thread, NULL);
      }`);
    expect(result.verdict).toBe('refuted');
    expect(result.violations).toMatchObject([{ kind: 'deadlock' }]);
  });

  it('finds the order in which two children print', () => {
    const result = exploreC(`
      int main(void) {
        for (int k = 0; k < 2; k++)
          if (fork() == 0) { printf("%d", k); fflush(stdout); _exit(0); }
        while (wait(NULL) > 0);
        puts("");
      }`);
    expect(outputsOf(result)).toEqual(['01\n', '10\n']);
  });

  it('has one output where a semaphore keeps the order', () => {
    const result = exploreC(`
      int main(void) {
        sem_t *turn = (sem_t *)shared(8);
        sem_init(turn, 1, 0);
        if (fork() == 0) { sem_wait(turn); write(1, "b", 1); _exit(0); }
        write(1, "a", 1);
        sem_post(turn);
        wait(NULL);
      }`);
    expect(outputsOf(result)).toEqual(['ab']);
    expect(result.verdict).toBe('proved');
  });

  it('tells a busy wait that ends from a livelock', () => {
    const spin = exploreC(
      `
      int main(void) {
        volatile int *ready = shared(1);
        if (fork() == 0) { *ready = 1; _exit(0); }
        while (*ready == 0);
        wait(NULL);
      }`,
      { kinds: new Set(['livelock', 'busy-wait']) },
    );
    expect(spin.violations).toMatchObject([{ kind: 'busy-wait' }]);
    const stuck = exploreC(`
      int main(void) {
        volatile int *ready = shared(2);
        if (fork() == 0) { while (ready[0] == 0); ready[1] = 1; _exit(0); }
        while (ready[1] == 0);
        ready[0] = 1;
        wait(NULL);
      }`);
    expect(stuck.violations).toMatchObject([{ kind: 'livelock' }]);
    const left = exploreC(
      `
      int main(void) {
        volatile int *ready = shared(1);
        if (fork() == 0) _exit(0);
        while (*ready == 0);
      }`,
    );
    expect(left.verdict).toBe('refuted');
  });

  it('finds what a search of all interleavings finds', () => {
    for (const source of [
      LOST_UPDATE,
      `int main(void) {
        int ends[2];
        pipe(ends);
        for (int k = 0; k < 2; k++)
          if (fork() == 0) { char c = 'a' + k; write(ends[1], &c, 1); _exit(0); }
        for (int k = 0; k < 2; k++) { char c; read(ends[0], &c, 1); write(1, &c, 1); }
        while (wait(NULL) > 0);
      }`,
      `int main(void) {
        sem_t *s = (sem_t *)shared(16);
        sem_init(&s[0], 1, 1);
        sem_init(&s[1], 1, 1);
        if (fork() == 0) { sem_wait(&s[0]); sem_wait(&s[1]); _exit(0); }
        sem_wait(&s[1]);
        sem_wait(&s[0]);
      }`,
    ]) {
      const system = new MachineSystem(programOf(source), exploredMachine, {
        timing: 'any',
        outputs: true,
      });
      const plain = new Set<string>();
      for (;;) {
        plain.clear();
        const { cutBy } = searchPlain(system, {
          bounds: {},
          observers: [],
          ended(end) {
            system.conclude(end);
            plain.add(`${end} ${runReport(system.kernel, 'plain').stdout}`);
          },
          violated: () => 'continue',
          keepGoing: () => true,
        });
        if (cutBy !== 'misjudged') break;
        system.beginAgain();
      }
      const reduced = exploreC(source, { violationsMax: 1000 });
      const deadlocks = reduced.violations.some(({ kind }) => kind === 'deadlock');
      expect([...plain].some((each) => each.startsWith('deadlock'))).toBe(deadlocks);
      const outputs = new Set([...plain].map((each) => each.replace(/^\w+ /, '')));
      expect([...outputs].sort()).toEqual(outputsOf(reduced));
    }
  });

  it('refuses virtual time in mode traces', () => {
    expect(() =>
      exploreC('int main(void) { return 0; }', { mode: 'traces', timing: 'virtual' }),
    ).toThrow('do not go together');
  });
});
