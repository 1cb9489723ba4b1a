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
      evidence: { expected: 'aa', run: null },
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
      explanation: expect.stringContaining('waits for semaphore'),
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
