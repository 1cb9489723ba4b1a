import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../kernel/persistent-log';
import { explore } from '../explore';
import { observeProperty } from '../properties/observe-property';
import type { Property } from '../properties/property';
import type { ViolationKind } from '../result';
import { followSchedule } from '../story/follow';
import { tellStory } from '../story/story';
import { exploredMachine, programOf } from '../testing/c-program';
import { explainViolation, type ExplainedViolation } from './explain';

function explained(
  source: string,
  kind: ViolationKind,
  properties: readonly Property[] = [],
): ExplainedViolation {
  const program = programOf(source);
  const machine = exploredMachine;
  const { violations } = explore({
    program,
    machine,
    kinds: new Set([kind]),
    observers: properties.map(observeProperty),
  });
  const [found] = violations;
  if (found === undefined) throw new Error('nothing is violated');
  return explainViolation(found, { program, machine, timing: 'any', properties });
}

const LOST_UPDATE = `
int main(void) {
  int *count = shared(1);
  *count = 3;
  pid_t child = fork();
  *count = *count + 1;
  if (child == 0) _exit(0);
  wait(NULL);
  assert(*count == 5);
}`;

const TWO_LOCKS = `
static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
static void *other(void *argument) {
  pthread_mutex_lock(&b);
  pthread_mutex_lock(&a);
  pthread_mutex_unlock(&a);
  pthread_mutex_unlock(&b);
  return argument;
}
int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, other, NULL);
  pthread_mutex_lock(&a);
  pthread_mutex_lock(&b);
  pthread_mutex_unlock(&b);
  pthread_mutex_unlock(&a);
  pthread_join(thread, NULL);
}`;

describe('a counterexample', () => {
  it('tells a lost update in the lines of the program', () => {
    const { story, location } = explained(LOST_UPDATE, 'assertion');
    expect(story.sentences).toEqual([
      'Parent reads `*count` (3) at line 25.',
      'Child writes 4 to `*count` at line 25.',
      'Parent writes 4 to `*count` at line 25.',
      'What child wrote to `*count` is lost: parent had read it before.',
      'Parent at line 28: Assertion failed: *count == 5',
    ]);
    expect(location).toMatchObject({ line: 28 });
    expect(story.conflicts.map(({ object }) => object)).toContain('`*count`');
  });

  it('of a deadlock is told with who has what since which line', () => {
    const { story, message } = explained(TWO_LOCKS, 'deadlock');
    expect(message).toBe(
      'Deadlock: `main` waits for the mutex `b` at line 33, which thread `other` has since line 23; ' +
        'thread `other` waits for the mutex `a` at line 24, which `main` has since line 32.',
    );
    expect(story.sentences).toEqual([
      '`main` locks the mutex `a` at line 32.',
      'Thread `other` locks the mutex `b` at line 23.',
      '`main` waits for the mutex `b` at line 33, which thread `other` has since line 23.',
      'Thread `other` waits for the mutex `a` at line 24, which `main` has since line 32.',
      'Nobody can go on any more: a deadlock.',
    ]);
  });

  it('has as few preemptions and steps as there can be', () => {
    // Each locks its first one: one preemption is enough.
    const { schedule } = explained(TWO_LOCKS, 'deadlock');
    expect(schedule).toBe('forkyard-schedule/4 100v*2 101v 100v 101v 100v 101v');
  });

  it('of a pipe that is never closed tells who has it open', () => {
    const { message } = explained(
      `int main(void) {
        int ends[2]; char byte;
        pipe(ends);
        if (fork() == 0) { while (read(ends[0], &byte, 1) > 0); _exit(0); }
        write(ends[1], "x", 1);
        close(ends[1]);
        wait(NULL);
      }`,
      'deadlock',
    );
    expect(message).toContain('its writing end is still open in child itself');
    expect(message).toMatch(/parent waits at line \d+ for one of its children to end/);
  });

  it('of processes that take semaphores crosswise names the semaphores', () => {
    const { message } = explained(
      `static sem_t *forks;
      int main(void) {
        forks = (sem_t *)shared(16);
        for (int k = 0; k < 2; k++) sem_init(&forks[k], 1, 1);
        for (int k = 0; k < 2; k++)
          if (fork() == 0) { sem_wait(&forks[k]); sem_wait(&forks[1 - k]); sem_post(&forks[k]); sem_post(&forks[1 - k]); _exit(0); }
        while (wait(NULL) > 0);
      }`,
      'deadlock',
    );
    expect(message).toMatch(
      /child 1 waits for the semaphore `forks\[1\]` at line \d+, which child 2 has since line \d+/,
    );
  });

  it('replays to the same events, a hundred times of a hundred', () => {
    const program = programOf(LOST_UPDATE);
    const { schedule } = explained(LOST_UPDATE, 'assertion');
    const eventsOf = (): string => {
      const followed = followSchedule(
        { program, machine: exploredMachine, schedule, trace: 'full' },
        { happened: () => undefined },
      );
      if (followed.kind === 'misfit') throw new Error(followed.message);
      return JSON.stringify(entriesOf(followed.kernel.state.events));
    };
    const first = eventsOf();
    expect(first).toContain('assertion');
    for (let k = 1; k < 100; k++) expect(eventsOf()).toBe(first);
  });

  it('of another program does not fit, and says so', () => {
    const { schedule } = explained(TWO_LOCKS, 'deadlock');
    const told = tellStory({
      program: programOf('int main(void) { return 0; }'),
      machine: exploredMachine,
      schedule,
      violation: null,
      properties: [],
    });
    expect(told).toMatchObject({ kind: 'misfit' });
    const other = tellStory({
      program: programOf(TWO_LOCKS),
      machine: exploredMachine,
      schedule: 'forkyard-schedule/9 100v',
      violation: null,
      properties: [],
    });
    expect(other).toMatchObject({ kind: 'misfit' });
    expect(other.kind === 'misfit' ? other.message : '').toContain('version 9');
  });
});
