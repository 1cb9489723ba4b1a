import { describe, expect, it } from 'vitest';
import { exploredMachine, programOf } from '../testing/c-program';
import { judgeFairness } from './program-starvation';

const readersAndWriter = (reader: string): string => `
static struct { int readers; sem_t mutex, writes; } *s;
static void reader(void) {
  for (;;) { ${reader} }
}
int main(void) {
  s = (void *)shared(64);
  sem_init(&s->mutex, 1, 1);
  sem_init(&s->writes, 1, 1);
  for (int k = 0; k < 2; k++) if (fork() == 0) reader();
  if (fork() == 0) for (;;) { sem_wait(&s->writes); sem_post(&s->writes); }
  for (;;) pause();
}`;

describe('under fair schedules', () => {
  it('readers that come and go keep a writer out for ever', () => {
    const result = judgeFairness(
      programOf(
        readersAndWriter(`
          sem_wait(&s->mutex); if (++s->readers == 1) sem_wait(&s->writes); sem_post(&s->mutex);
          sem_wait(&s->mutex); if (--s->readers == 0) sem_post(&s->writes); sem_post(&s->mutex);`),
      ),
      exploredMachine,
      20_000,
    );
    expect(result.kind).toBe('starvation');
    expect(result.kind === 'starvation' ? result.violation.message : '').toMatch(
      /^Starvation: child 3 waits at line \d+ for ever while child 1 and child 2 go on/,
    );
  });

  it('nobody starves who takes turns at one semaphore', () => {
    const result = judgeFairness(
      programOf(readersAndWriter('sem_wait(&s->writes); sem_post(&s->writes);')),
      exploredMachine,
      20_000,
    );
    expect(result).toEqual({ kind: 'fair' });
  });

  it('says so when there are too many states', () => {
    const source = readersAndWriter('sem_wait(&s->writes); sem_post(&s->writes);');
    expect(judgeFairness(programOf(source), exploredMachine, 2)).toEqual({ kind: 'unknown' });
  });
});
