import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile';
import { userFile } from '../../compiler/diagnostics';
import { parseExercise, publicExercise } from '../exercise';
import { grade } from '../grade';
import { bootMachine } from '../run';
import type { ScheduleSpec } from '../schedule-spec';

const HEAD =
  '#include <assert.h>\n#include <semaphore.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <sys/mman.h>\n#include <sys/shm.h>\n#include <sys/wait.h>\n#include <unistd.h>\n';

/** Lines before `body`: 11. */
function program(body: string): string {
  return `${HEAD}int main(void) {
  int *n = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_t *s = (sem_t *)(n + 16);
${body}
  return 0;
}
`;
}

const LOST_UPDATE = program(`  if (fork() == 0) { *n = *n + 1; exit(0); }
  *n = *n + 1;
  wait(NULL);
  printf("%d\\n", *n);`);

function exercise(checks: string, runs = '') {
  const parsed = parseExercise('try', {
    'exercise.yaml': `title: T\nsummary: S\nwrong: []\n${runs}checks:\n${checks}`,
    'statement.md': '',
    'starter.c': '',
    'solution.c': '',
  });
  if (parsed.kind === 'broken') throw new Error(parsed.problems.join('\n'));
  return parsed.exercise;
}

function check(rest: string): string {
  return `  - { id: c, title: T, points: 1, ${rest} }\n`;
}

function judged(checks: string, source: string, runs = '') {
  const [first] = grade(exercise(checks, runs), source).checks;
  if (first === undefined) throw new Error('no check');
  return first;
}

describe('outputs', () => {
  const only2 = check('kind: outputs, only: ["2\\n"]');

  it('are proved when all orders give what was asked for', () => {
    const guarded = LOST_UPDATE.replaceAll(
      '*n = *n + 1;',
      'sem_wait(s); *n = *n + 1; sem_post(s);',
    ).replace('  if (fork', '  sem_init(s, 1, 1);\n  if (fork');
    expect(judged(only2, guarded)).toMatchObject({
      status: 'passed',
      points: 1,
      claim: 'proved',
      explanation: expect.stringContaining('Proved'),
    });
  });

  it('are refuted by one order, which replays', () => {
    const result = judged(only2, LOST_UPDATE);
    expect(result).toMatchObject({
      status: 'failed',
      claim: 'refuted',
      evidence: { expected: '2\n', actual: '1\n', run: { schedule: { scheduler: 'recorded' } } },
    });
    const run = result.evidence?.run;
    if (run == null) throw new Error('no run');
    expect(stdoutUnder(LOST_UPDATE, run)).toBe('1\n');
  });

  it('must be possible, or never', () => {
    const source = program(`  if (fork() == 0) { write(1, "a", 1); exit(0); }
  write(1, "b", 1);
  wait(NULL);`);
    expect(judged(check('kind: outputs, possible: ["ab", "ba"]'), source).status).toBe('passed');
    expect(judged(check('kind: outputs, possible: ["aa"]'), source)).toMatchObject({
      status: 'failed',
      evidence: { expected: 'aa', run: { schedule: { scheduler: 'recorded' } } },
    });
    expect(judged(check('kind: outputs, never: [{ pattern: "^b" }]'), source)).toMatchObject({
      status: 'failed',
      evidence: { actual: 'ba' },
    });
    expect(judged(check('kind: outputs, never: [{ pattern: "bb" }]'), source).status).toBe(
      'passed',
    );
  });

  it('are none when the program never ends', () => {
    expect(judged(only2, program('  sem_wait(s);')).status).toBe('failed');
  });

  it('of a hidden check stay hidden', () => {
    const hidden = exercise(check('kind: outputs, visible: false, only: ["secret\\n"]'));
    const result = grade(hidden, LOST_UPDATE).checks[0];
    expect(result).toMatchObject({ status: 'failed', evidence: null });
    expect(JSON.stringify(result)).not.toMatch(/secret|forkyard-schedule/);
    expect(JSON.stringify(publicExercise(hidden))).not.toContain('secret');
  });
});

describe('no-deadlock', () => {
  const ends = check('kind: no-deadlock');

  it('says who waits for what in an order that comes to a stop', () => {
    const crossed = program(`  sem_init(&s[0], 1, 1);
  sem_init(&s[1], 1, 1);
  if (fork() == 0) { sem_wait(&s[0]); sem_wait(&s[1]); sem_post(&s[0]); sem_post(&s[1]); exit(0); }
  sem_wait(&s[1]); sem_wait(&s[0]); sem_post(&s[0]); sem_post(&s[1]);
  wait(NULL);`);
    expect(judged(ends, crossed)).toMatchObject({
      status: 'failed',
      explanation: expect.stringContaining('nobody can go on'),
      evidence: {
        story: expect.arrayContaining([expect.stringMatching(/waits for .* line 1[45]/)]),
      },
    });
    expect(judged(ends, LOST_UPDATE)).toMatchObject({ status: 'passed', claim: 'proved' });
  });
});

describe('explore', () => {
  it('finds an assertion that fails in one order, at its line', () => {
    const source = program(`  if (fork() == 0) { *n = 1; exit(0); }
  assert(*n == 0);
  wait(NULL);`);
    expect(judged(check('kind: explore, properties: [assertion]'), source)).toMatchObject({
      status: 'failed',
      line: 13,
    });
  });

  it('finds a zombie, and what is left over', () => {
    const source = program(`  for (int k = 0; k < 2; k++) if (fork() == 0) exit(0);
  wait(NULL);
  shmget(IPC_PRIVATE, 10, 0600);`);
    const both = check('kind: explore, properties: [leftover]').concat(
      '  - { id: z, title: T, points: 1, kind: explore, properties: [zombie] }\n',
    );
    expect(grade(exercise(both), source).checks.map(({ status }) => status)).toEqual([
      'failed',
      'failed',
    ]);
  });
});

describe('no-race', () => {
  const noRace = check('kind: no-race');

  it('names both accesses and the variable', () => {
    const result = judged(noRace, LOST_UPDATE);
    expect(result).toMatchObject({ status: 'failed', claim: 'refuted' });
    expect([12, 13]).toContain(result.line);
    expect(result.evidence?.story?.at(-1)).toMatch(
      /^Data race on `\*n`: (parent|child) (reads|writes) it at line 1[23], /,
    );
  });

  it('is proved where a semaphore orders them', () => {
    const guarded = program(`  sem_init(s, 1, 1);
  if (fork() == 0) { sem_wait(s); *n = *n + 1; sem_post(s); exit(0); }
  sem_wait(s); *n = *n + 1; sem_post(s);
  wait(NULL);`);
    expect(judged(noRace, guarded)).toMatchObject({ status: 'passed', claim: 'proved' });
  });

  it('does not mind what waiting for a child orders', () => {
    const after = program('  if (fork() == 0) { *n = 1; exit(0); }\n  wait(NULL);\n  *n = *n + 1;');
    expect(judged(noRace, after).status).toBe('passed');
  });
});

describe('no-busy-wait', () => {
  const noBusyWait = check('kind: no-busy-wait');

  it.each([
    ['looks at a flag', 'while (*n == 0);'],
    ['sleeps between two looks', 'while (*n == 0) sleep(1);'],
    ['tries a semaphore', 'while (sem_trywait(s) != 0);'],
    ['asks for a child again and again', 'while (waitpid(-1, NULL, WNOHANG) == 0);'],
  ])('finds a process that %s', (_how, loop) => {
    const source = program(`  if (fork() == 0) { *n = 1; sem_post(s); exit(0); }
  ${loop}`);
    const result = judged(noBusyWait, source);
    expect(result).toMatchObject({ status: 'failed', claim: 'refuted', line: 13 });
    expect(result.evidence?.story?.at(-1)).toContain('Busy waiting: parent at line 13');
  });

  it('is proved where a process sleeps until there is something to do', () => {
    const source = program(`  if (fork() == 0) { *n = 1; sem_post(s); exit(0); }
  sem_wait(s);
  for (int k = 0; k < 3; k++) *n = *n + 1;
  wait(NULL);`);
    expect(judged(noBusyWait, source)).toMatchObject({ status: 'passed', claim: 'proved' });
  });
});

describe('fair', () => {
  const ring = (enter: string, leave: string): string => `${HEAD}
static struct { volatile int turn, flag[2], inside; sem_t lock; } *it;
static void enter(int me) { ${enter} }
static void critical(void) { it->inside = it->inside + 1; it->inside = it->inside - 1; }
static void leave(int me) { ${leave} }
int main(void) {
  it = mmap(NULL, sizeof *it, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&it->lock, 1, 1);
  for (int me = 0; me < 2; me++)
    if (fork() == 0)
      for (;;) { enter(me); critical(); leave(me); }
  for (;;) pause();
}
`;

  const peterson = ring(
    'it->flag[me] = 1; it->turn = 1 - me; while (it->flag[1 - me] && it->turn == 1 - me);',
    'it->flag[me] = 0;',
  );
  const flagOnly = ring(
    'for (;;) { while (it->flag[1 - me]); it->flag[me] = 1; if (!it->flag[1 - me]) return; it->flag[me] = 0; }',
    'it->flag[me] = 0;',
  );
  const bounded = check('kind: fair, entry: [enter], functions: [critical], most: 1');

  it('is proved of a lock that hands over turns', () => {
    expect(judged(bounded, peterson)).toMatchObject({ status: 'passed', claim: 'proved' });
  });

  it('is refuted where one can go first again and again', () => {
    const result = judged(bounded, flagOnly);
    expect(result).toMatchObject({ status: 'failed', claim: 'refuted' });
    expect(result.evidence?.story?.at(-1)).toMatch(
      /child \d goes into `critical` 2 times while child \d waits to enter/,
    );
  });

  const starves = (reader: string): string => `${HEAD}
static struct { int readers; sem_t mutex, writes; } *s;
int main(void) {
  s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&s->mutex, 1, 1);
  sem_init(&s->writes, 1, 1);
  for (int k = 0; k < 2; k++) if (fork() == 0) for (;;) { ${reader} }
  if (fork() == 0) for (;;) { sem_wait(&s->writes); sem_post(&s->writes); }
  for (;;) pause();
}
`;

  it('is refuted where somebody is never served', () => {
    const result = judged(
      check('kind: fair'),
      starves(`sem_wait(&s->mutex); if (++s->readers == 1) sem_wait(&s->writes); sem_post(&s->mutex);
        sem_wait(&s->mutex); if (--s->readers == 0) sem_post(&s->writes); sem_post(&s->mutex);`),
    );
    expect(result).toMatchObject({ status: 'failed', claim: 'refuted' });
    expect(result.evidence?.story?.at(-1)).toContain('child 3 waits at line');
  });

  it('is proved where all take turns at one semaphore', () => {
    const source = starves('sem_wait(&s->writes); sem_post(&s->writes);');
    expect(judged(check('kind: fair'), source)).toMatchObject({
      status: 'passed',
      claim: 'proved',
    });
  });
});

describe('bounds', () => {
  it('make a claim that goes only so far, and cost nobody points', () => {
    const only2 = check('kind: outputs, only: ["2\\n"]');
    const runs = 'runs: { default: { bounds: { preemptions: 0 } } }\n';
    expect(judged(only2, LOST_UPDATE, runs)).toMatchObject({
      status: 'passed',
      points: 1,
      claim: 'within-bounds',
      explanation: expect.stringContaining('preemptions'),
    });
  });
});

function stdoutUnder(
  source: string,
  run: { readonly args: readonly string[]; readonly schedule: ScheduleSpec },
): string {
  const { image } = compile([userFile('main.c', source)]);
  if (image === null) throw new Error('does not compile');
  const machine = bootMachine(image, run);
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine.report().stdout;
}

describe('a program that never comes out of a loop', () => {
  it.each([
    ['for ever', '  for (;;) ;'],
    ['making processes', '  for (;;) fork();'],
  ])('%s has no merit in what it did not do', (_how, loop) => {
    for (const kind of [
      'kind: no-race',
      'kind: no-busy-wait',
      'kind: explore, properties: [zombie]',
    ])
      expect(judged(check(kind), program(loop))).toMatchObject({
        status: 'failed',
        points: 0,
        explanation: expect.stringContaining('in no order does the program come out') as string,
      });
  });
});
