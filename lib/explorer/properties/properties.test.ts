import { describe, expect, it } from 'vitest';
import { markedRegions } from '../marked-regions';
import type { ExplorationResult } from '../result';
import { exploreC, TEST_HEADERS } from '../testing/c-program';
import { boundedWaiting, inRegion as isInRegion } from './bounded-waiting';
import { adjacentRaces, orderedRaces } from './data-race';
import { lockOrder } from './lock-order';
import { lostWakeup } from './lost-wakeup';
import { mutualExclusion } from './mutual-exclusion';
import { observeProperty } from './observe-property';
import type { Property } from './property';

function judged(source: string, property: Property): ExplorationResult {
  return exploreC(source, { observers: [observeProperty(property)], kinds: new Set() });
}

const twoThreads = (declarations: string, work: string): string => `
${declarations}
static void *work(void *argument) { ${work} return argument; }
int main(void) {
  pthread_t threads[2];
  for (int k = 0; k < 2; k++) pthread_create(&threads[k], NULL, work, NULL);
  for (int k = 0; k < 2; k++) pthread_join(threads[k], NULL);
}`;

const twoProcesses = (setUp: string, work: string): string => `
int main(void) {
  ${setUp}
  for (int k = 0; k < 2; k++)
    if (fork() == 0) { ${work} _exit(0); }
  while (wait(NULL) > 0);
}`;

const SEMAPHORE = 'sem_t *lock = (sem_t *)shared(8); sem_init(lock, 1, 1);';

const racing: readonly [string, string][] = [
  ['threads that count without a lock', twoThreads('static int count;', 'count++;')],
  ['processes that count in shared memory', twoProcesses('int *count = shared(1);', 'count[0]++;')],
  [
    'a flag that is plain',
    twoThreads(
      'static int flag; static int seen;',
      'if (pthread_self() == 0) seen = flag; flag = 1;',
    ),
  ],
];

const ordered: readonly [string, string][] = [
  [
    'a mutex',
    twoThreads(
      'static int count; static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;',
      'pthread_mutex_lock(&m); count++; pthread_mutex_unlock(&m);',
    ),
  ],
  [
    'an atomic variable',
    '#include <stdatomic.h>\n' +
      twoThreads('static atomic_int count;', 'count++; if (count > 5) count = 0;'),
  ],
  [
    'a semaphore between processes',
    twoProcesses(
      `int *count = shared(1); ${SEMAPHORE}`,
      'sem_wait(lock); count[0]++; sem_post(lock);',
    ),
  ],
  [
    'a message through a pipe, and the end of a child',
    `int main(void) {
      int *data = shared(1), ends[2]; char byte = 0;
      pipe(ends);
      if (fork() == 0) { read(ends[0], &byte, 1); data[0]++; _exit(0); }
      data[0] = 1;
      write(ends[1], &byte, 1);
      wait(NULL);
      data[0]++;
    }`,
  ],
  [
    'a barrier',
    `static int a[2]; static pthread_barrier_t barrier; static int sum;
    static void *work(void *argument) {
      int k = *(int *)argument;
      a[k] = 1;
      pthread_barrier_wait(&barrier);
      if (a[0] + a[1] != 2) abort();
      return NULL;
    }
    int main(void) {
      pthread_t threads[2]; int numbers[2] = {0, 1};
      pthread_barrier_init(&barrier, NULL, 2);
      for (int k = 0; k < 2; k++) pthread_create(&threads[k], NULL, work, &numbers[k]);
      for (int k = 0; k < 2; k++) pthread_join(threads[k], NULL);
    }`,
  ],
];

describe.each([
  ['by states', adjacentRaces],
  ['by happens-before', orderedRaces],
] as const)('data races, %s', (_way, property) => {
  it.each(racing)('are in %s', (_name, source) => {
    const result = judged(source, property());
    expect(result.verdict).toBe('refuted');
    expect(result.violations[0]).toMatchObject({ kind: 'data-race' });
  });

  it.each(ordered)('are not where there is %s', (_name, source) => {
    expect(judged(source, property())).toMatchObject({ verdict: 'proved', violations: [] });
  });
});

it('names the variable and both lines of a race', () => {
  const { violations } = judged(racing[1]?.[1] ?? '', adjacentRaces());
  expect(violations[0]?.message).toMatch(/^Data race on `count\[0\]`|^Data race on `\*count`/);
  expect(violations[0]?.message).toMatch(/child 1 (reads|writes) it at line \d+, child 2 /);
});

const LOCKS =
  'static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER, g = PTHREAD_MUTEX_INITIALIZER;';
const inOrder = (first: string, second: string): string =>
  `pthread_mutex_lock(&${first}); pthread_mutex_lock(&${second}); pthread_mutex_unlock(&${second}); pthread_mutex_unlock(&${first});`;
const mainAndOther = (main: string, other: string, between = ''): string => `
${LOCKS}
static void *other(void *argument) { ${other} return argument; }
int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, other, NULL);
  ${between}
  ${main}
  ${between === '' ? 'pthread_join(thread, NULL);' : ''}
}`;

describe('the order of locks', () => {
  it('goes in a circle where two threads take two locks in different orders', () => {
    const result = judged(mainAndOther(inOrder('a', 'b'), inOrder('b', 'a')), lockOrder());
    expect(result.violations[0]?.message).toMatch(
      /asks for the mutex `[ab]` at line \d+ while it has the mutex `[ab]` \(since line \d+\)/,
    );
  });

  it.each([
    ['both take them in the same order', mainAndOther(inOrder('a', 'b'), inOrder('a', 'b'))],
    [
      'another lock is around both',
      mainAndOther(
        `pthread_mutex_lock(&g); ${inOrder('a', 'b')} pthread_mutex_unlock(&g);`,
        `pthread_mutex_lock(&g); ${inOrder('b', 'a')} pthread_mutex_unlock(&g);`,
      ),
    ],
    [
      'one has ended before the other begins',
      mainAndOther(inOrder('a', 'b'), inOrder('b', 'a'), 'pthread_join(thread, NULL);'),
    ],
  ])('is a proper one where %s', (_name, source) => {
    expect(judged(source, lockOrder())).toMatchObject({ verdict: 'proved', violations: [] });
  });
});

const waitFor = (condition: string): string => `
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int ready;
static void *work(void *argument) {
  pthread_mutex_lock(&m);
  ready = 1;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&m);
  return argument;
}
int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  pthread_mutex_lock(&m);
  ${condition} pthread_cond_wait(&changed, &m);
  pthread_mutex_unlock(&m);
  pthread_join(thread, NULL);
}`;

describe('a wake-up', () => {
  it('is lost where nobody looks whether it came already', () => {
    const { violations } = judged(waitFor(''), lostWakeup());
    expect(violations[0]).toMatchObject({ kind: 'lost-wakeup' });
    expect(violations[0]?.message).toContain('signalled the condition variable `changed`');
  });

  it('is not lost where the condition is looked at under the mutex', () => {
    expect(judged(waitFor('while (!ready)'), lostWakeup())).toMatchObject({ verdict: 'proved' });
  });

  it('is lost where a signal comes before pause', () => {
    const { violations } = judged(
      `static void nothing(int number) { (void)number; }
      int main(void) {
        signal(SIGUSR1, nothing);
        pid_t parent = getpid();
        if (fork() == 0) { kill(parent, SIGUSR1); _exit(0); }
        pause();
        wait(NULL);
      }`,
      lostWakeup(),
    );
    expect(violations[0]).toMatchObject({ kind: 'lost-wakeup' });
  });
});

const inRegion = (entry: string, exit: string): string => `
static struct { int in; sem_t lock; } *state;
static void turn(void) {
  // region cs-entry
  ${entry}
  // end cs-entry
  // region cs
  state->in = 1;
  state->in = 0;
  // end cs
  ${exit}
}
int main(void) {
  state = (void *)shared(64);
  sem_init(&state->lock, 1, 1);
  for (int k = 0; k < 2; k++)
    if (fork() == 0) { turn(); turn(); _exit(0); }
  while (wait(NULL) > 0);
}`;

/** The tests' headers come before. */
function regionsOf(source: string) {
  const marked = markedRegions('test.c', TEST_HEADERS + source);
  if (marked.kind !== 'regions') throw new Error(marked.message);
  return marked.regions;
}

const OPEN = inRegion('state->in = state->in;', '');
const LOCKED = inRegion('sem_wait(&state->lock);', 'sem_post(&state->lock);');
const eachAlone = [{ one: 'cs', other: 'cs' }];

describe('mutual exclusion of a marked region', () => {
  it('is broken without a lock', () => {
    const { violations } = judged(OPEN, mutualExclusion(eachAlone, regionsOf(OPEN)));
    expect(violations[0]?.message).toMatch(
      /child 1 at line \d+ and child 2 at line \d+ are in the region `cs` at one time/,
    );
  });

  it('holds with a semaphore', () => {
    expect(judged(LOCKED, mutualExclusion(eachAlone, regionsOf(LOCKED)))).toMatchObject({
      verdict: 'proved',
    });
  });

  it('of two regions is broken by one in each', () => {
    const source = OPEN.replaceAll('cs-entry', 'before');
    const exclusions = [{ one: 'cs', other: 'before' }];
    const { violations } = judged(source, mutualExclusion(exclusions, regionsOf(source)));
    expect(violations[0]?.message).toMatch(/is in the region `(cs|before)`.* while /);
  });
});

function bounded(bypassesMax: number, source: string) {
  const regions = regionsOf(source);
  return boundedWaiting({
    region: 'cs',
    bypassesMax,
    isAsking: isInRegion('cs-entry', regions),
    isInside: isInRegion('cs', regions),
  });
}

describe('waiting to enter a region', () => {
  it('is not bounded by 1 where a semaphore lets anybody in', () => {
    const { violations } = judged(LOCKED, bounded(1, LOCKED));
    expect(violations).toEqual([]);
  });

  it('is broken where another goes in twice while one has asked', () => {
    const source = inRegion('state->in = state->in; state->in = state->in;', '');
    const { violations } = judged(source, bounded(1, source));
    expect(violations[0]?.message).toMatch(/goes into `cs` 2 times while child \d waits to enter/);
  });

  it('is bounded by as often as there are turns', () => {
    const source = inRegion('state->in = state->in; state->in = state->in;', '');
    expect(judged(source, bounded(2, source))).toMatchObject({
      verdict: 'proved',
    });
  });
});

describe('marks of regions', () => {
  it.each([
    ['// region a\n', 1, 'has no "// end a"'],
    ['x;\n// end a\n', 2, 'no region a'],
    ['// region a\n// region a\n// end a\n', 2, 'began at line 1'],
  ])('%j are wrong', (text, line, message) => {
    const marked = markedRegions('x.c', text);
    expect(marked).toMatchObject({ kind: 'error', line });
    expect(marked.kind === 'error' ? marked.message : '').toContain(message);
  });
});
