import { describe, expect, it } from 'vitest';
import { parseExercise } from './exercise';
import { grade, SOURCE_BYTES_MAX } from './grade';

/** An exercise with the given checks, each worth one point. */
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
  return `  - { title: T, points: 1, ${rest} }\n`;
}

/** Status and explanation of the only check. */
function judged(checks: string, source: string, runs = '') {
  const [first] = grade(exercise(checks, runs), source).checks;
  if (first === undefined) throw new Error('no check');
  return first;
}

const includes =
  '#include <semaphore.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <sys/mman.h>\n#include <sys/shm.h>\n#include <sys/wait.h>\n#include <unistd.h>\n';

function main(body: string): string {
  return `${includes}int main(void) {\n${body}\nreturn 0;\n}\n`;
}

describe('compiles', () => {
  const both = check('id: c, kind: compiles') + check('id: s, kind: exit-status, expected: 0');

  it('fails at the first error, and nothing else is judged', () => {
    const verdict = grade(exercise(both), 'int main(void) { retrun 0; }');
    expect(verdict.checks.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(verdict.checks[0]).toMatchObject({
      line: 1,
      explanation: expect.stringContaining('retrun'),
    });
    expect(verdict).toMatchObject({ points: 0, pointsMax: 2 });
  });

  it('refuses a source that is too long', () => {
    const verdict = grade(
      exercise(both),
      `/*${'x'.repeat(SOURCE_BYTES_MAX)}*/ int main(void) { return 0; }`,
    );
    expect(verdict.checks[0]).toMatchObject({
      status: 'failed',
      explanation: expect.stringContaining('64 KB'),
    });
  });
});

describe('output', () => {
  const exact = check('id: o, kind: output, match: exact, expected: "one\\ntwo\\n"');
  const unordered = check('id: o, kind: output, match: unordered-lines, expected: "a\\nb\\nb\\n"');

  it('does not mind blanks at line ends and the last newline', () => {
    expect(judged(exact, main('printf("one \\ntwo");')).status).toBe('passed');
  });

  it('shows the first line that differs', () => {
    expect(judged(exact, main('printf("one\\nTwo\\n");'))).toMatchObject({
      status: 'failed',
      explanation: 'The output differs from line 2 on. Line 2 is “Two”, it should be “two”.',
      evidence: { expected: 'one\ntwo\n', actual: 'one\nTwo\n' },
    });
    expect(judged(exact, main('printf("one\\n");')).explanation).toContain('It ends after line 1');
    expect(judged(exact, main('')).explanation).toBe('The output is empty. It should have “one”.');
  });

  it('counts lines in any order', () => {
    expect(judged(unordered, main('puts("b"); puts("a"); puts("b");')).status).toBe('passed');
    expect(judged(unordered, main('puts("b"); puts("a"); puts("a");')).explanation).toContain(
      'Missing: “b”. Too many: “a”.',
    );
  });

  it('keeps what a hidden check expects to itself', () => {
    const hidden = check(
      'id: o, kind: output, visible: false, match: exact, expected: "secret\\n"',
    );
    const result = judged(hidden, main('puts("x");'));
    expect(result.status).toBe('failed');
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(result.evidence).toBeNull();
  });

  it('blames a crash, at its line', () => {
    expect(judged(exact, main('int *p = NULL; *p = 1;'))).toMatchObject({
      status: 'failed',
      line: 9,
      explanation: expect.stringContaining('broke off'),
    });
  });

  it('can not be passed by printing what a verdict looks like', () => {
    const status = check('id: s, kind: exit-status, expected: 0');
    expect(
      judged(status, main('puts("{\\"status\\":\\"passed\\",\\"points\\":1}"); return 3;')).status,
    ).toBe('failed');
  });
});

describe('exit status', () => {
  const seven = check('id: s, kind: exit-status, expected: 7');

  it('is the first process’s', () => {
    expect(judged(seven, main('if (fork() == 0) return 1; wait(NULL); return 7;')).status).toBe(
      'passed',
    );
    expect(judged(seven, main('abort();')).explanation).toContain('SIGABRT');
  });
});

describe('process tree', () => {
  const fork = 'if (fork() == 0)';
  const shape = check('id: t, kind: process-tree, shape: [[[]], []]');

  it('is right whatever the order of brothers', () => {
    expect(
      judged(
        shape,
        main(`${fork} { ${fork} exit(0); wait(0); exit(0); } ${fork} exit(0); wait(0); wait(0);`),
      ).status,
    ).toBe('passed');
    expect(
      judged(
        shape,
        main(`${fork} exit(0); ${fork} { ${fork} exit(0); wait(0); exit(0); } wait(0); wait(0);`),
      ).status,
    ).toBe('passed');
  });

  it('is wrong with the right number in the wrong places', () => {
    const result = judged(
      shape,
      main(`for (int i = 0; i < 3; i++) ${fork} exit(0); while (wait(0) > 0);`),
    );
    expect(result).toMatchObject({
      status: 'failed',
      explanation:
        'The program makes 4 processes, as it should, but they are not related as they should be. The first process creates 3 children itself, it should create 2.',
      evidence: { expected: 'P\n├─ P.1\n│  └─ P.1.1\n└─ P.2', actual: 'P\n├─ P.1\n├─ P.2\n└─ P.3' },
    });
  });
});

describe('the rest', () => {
  const random = 'runs:\n  default: { schedules: [{ scheduler: rr, quantum: 50 }] }\n';

  it('finds a zombie and the line that made it', () => {
    const zombies = check('id: z, kind: no-zombies');
    expect(judged(zombies, main('if (fork() == 0) exit(0);\nsleep(1);'))).toMatchObject({
      status: 'failed',
      line: 9,
    });
    expect(judged(zombies, main('if (fork() == 0) exit(0);\nwait(NULL);')).status).toBe('passed');
  });

  it('finds a deadlock and says who waits', () => {
    const ends = check('id: e, kind: all-end');
    expect(
      judged(ends, main('int p[2]; char c; pipe(p); read(p[0], &c, 1);')).explanation,
    ).toContain('waits to read from a pipe');
  });

  it('stops a loop that does not end, and does not judge the rest', () => {
    const verdict = grade(
      exercise(check('id: e, kind: all-end') + check('id: s, kind: exit-status, expected: 0')),
      main('for (;;);'),
    );
    expect(verdict.checks.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(verdict.checks[1]?.explanation).toContain('Could not be judged');
  });

  it('finds memory errors, leaks only when asked to', () => {
    const memory = check('id: m, kind: no-memory-errors');
    const leaks = check('id: m, kind: no-memory-errors, leaks: true');
    const leaking = main('char *volatile p = malloc(8); p[0] = 1; p = NULL;');
    expect(judged(memory, main('char *p = malloc(8);\np[8] = 1;\nfree(p);'))).toMatchObject({
      status: 'failed',
      line: 10,
    });
    expect(judged(memory, leaking).status).toBe('passed');
    expect(judged(leaks, leaking).status).toBe('failed');
  });

  it('sees a message that is larger than what it is sent from, or received into', () => {
    const memory = check('id: m, kind: no-memory-errors');
    const messages = (send: string, receive: string) =>
      judged(
        memory,
        '#include <sys/msg.h>\nstruct message { long type; int number; char text[4]; };\n' +
          main(
            'struct message m = {1, 2, "abc"};\nint q = msgget(IPC_PRIVATE, 0600);\n' +
              `msgsnd(q, &m, ${send}, 0);\nmsgrcv(q, &m, ${receive}, 0, 0);\nmsgctl(q, IPC_RMID, NULL);`,
          ),
      );
    expect(messages('sizeof m - sizeof m.type', 'sizeof m - sizeof m.type').status).toBe('passed');
    // The size does not count the type, which is there besides.
    expect(messages('sizeof m', 'sizeof m')).toMatchObject({
      status: 'failed',
      line: 13,
      explanation: expect.stringContaining('`msgsnd` reads 24 bytes, which runs 8 bytes past'),
    });
    expect(messages('8', 'sizeof m')).toMatchObject({
      status: 'failed',
      line: 14,
      explanation: expect.stringContaining('`msgrcv` writes 24 bytes, which runs 8 bytes past'),
    });
  });

  it('finds shared memory that is left behind', () => {
    const leftovers = check('id: l, kind: no-leftovers');
    expect(judged(leftovers, main('shmget(IPC_PRIVATE, 100, IPC_CREAT | 0600);')).status).toBe(
      'failed',
    );
  });

  it('gives the same verdict each time', () => {
    const source = main(
      'for (int i = 0; i < 3; i++) if (fork() == 0) { printf("%d\\n", i); exit(0); } while (wait(0) > 0);',
    );
    const task = exercise(
      check('id: o, kind: output, match: exact, expected: "0\\n1\\n2\\n"'),
      random,
    );
    expect(grade(task, source)).toEqual(grade(task, source));
  });
});
