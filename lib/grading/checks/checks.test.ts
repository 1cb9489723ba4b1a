import { describe, expect, it } from 'vitest';
import { parseExercise } from '../exercise';
import { grade } from '../grade';

const includes =
  '#include <stdio.h>\n#include <stdlib.h>\n#include <signal.h>\n#include <sys/wait.h>\n#include <unistd.h>\n';

/** Status and explanation of the check { `fields` } on a program. */
function judged(fields: string, body: string, before = '') {
  const parsed = parseExercise('try', {
    'exercise.yaml': `title: T\nsummary: S\nwrong: []\nchecks:\n  - { id: c, title: T, points: 1, ${fields} }\n`,
    'statement.md': '',
    'starter.c': '',
    'solution.c': '',
  });
  if (parsed.kind === 'broken') throw new Error(parsed.problems.join('\n'));
  const [first] = grade(
    parsed.exercise,
    `${includes}${before}int main(int argc, char *argv[]) {\n${body}\nreturn 0;\n}\n`,
  ).checks;
  if (first === undefined) throw new Error('no check');
  return first;
}

describe('process-count', () => {
  const three = 'kind: process-count, expected: 3';

  it('counts all generations', () => {
    expect(judged(three, 'if (fork() == 0) fork(); while (wait(NULL) > 0);').status).toBe('passed');
    expect(judged(three, 'fork(); fork(); while (wait(NULL) > 0);')).toMatchObject({
      status: 'failed',
      explanation: expect.stringContaining(
        'makes 4 processes (counting the first). It should make 3',
      ),
    });
    expect(judged(three, '').explanation).toContain('makes one process');
  });
});

describe('endings', () => {
  const two = 'kind: endings, expected: [{ exit: 3 }, { signal: SIGKILL }]';
  const kill = 'pid_t p = fork(); if (p == 0) pause(); kill(p, SIGKILL); wait(NULL);';

  it('knows exit statuses from signals, in any order', () => {
    expect(judged(two, `${kill} if (fork() == 0) exit(3); wait(NULL);`).status).toBe('passed');
    expect(judged(two, `if (fork() == 0) exit(3); ${kill} wait(NULL);`).status).toBe('passed');
  });

  it('says who is missing and who is too many', () => {
    expect(judged(two, `${kill} if (fork() == 0) exit(9); wait(NULL);`)).toMatchObject({
      status: 'failed',
      explanation:
        'The children do not all end as they should. Nobody ended so: exit status 3. Somebody ended so, and should not: exit status 9.',
      evidence: { expected: 'SIGKILL\nexit status 3', actual: 'SIGKILL\nexit status 9' },
    });
  });

  it('does not mind how the first process ends', () => {
    expect(judged('kind: endings, expected: []', 'return 5;').status).toBe('passed');
  });

  it('blames a crash', () => {
    expect(
      judged(
        'kind: endings, expected: [{ exit: 0 }]',
        'if (fork() == 0) { int *p = NULL; *p = 1; } wait(NULL);',
      ),
    ).toMatchObject({ status: 'failed', line: 7, explanation: expect.stringContaining('SIGSEGV') });
  });
});

describe('orphans', () => {
  const one = 'kind: orphans, expected: 1';

  it('counts who is still there when its parent ends', () => {
    expect(judged(one, 'if (fork() == 0) sleep(1);').status).toBe('passed');
    expect(judged(one, 'if (fork() == 0) exit(0); wait(NULL);').explanation).toContain('no orphan');
  });

  it('does not take a zombie that is passed on for an orphan', () => {
    expect(judged(one, 'if (fork() == 0) exit(0); sleep(1);').status).toBe('failed');
    expect(judged('kind: orphans, expected: 0', 'if (fork() == 0) exit(0); sleep(1);').status).toBe(
      'passed',
    );
  });
});

describe('calls', () => {
  it('counts those of the program, not of what it turns into', () => {
    const writes = 'kind: calls, call: write, most: 0';
    const echo = 'if (fork() == 0) execlp("echo", "echo", "x", NULL); wait(NULL);';
    expect(judged(writes, echo).status).toBe('passed');
    expect(judged(writes, `${echo} write(1, "y", 1);`)).toMatchObject({
      status: 'failed',
      line: 7,
      explanation:
        'The program makes the system call write once, all processes together. It should do without.',
    });
  });

  it('wants some, too, and says how many', () => {
    const execs = 'kind: calls, call: execve, least: 2';
    expect(judged(execs, '').explanation).toBe(
      'The program never makes the system call execve. It should be twice or more.',
    );
    expect(
      judged(
        execs,
        'for (int i = 0; i < 2; i++) { if (fork() == 0) execlp("true", "true", NULL); wait(NULL); }',
      ).status,
    ).toBe('passed');
  });

  it('names calls that there are', () => {
    expect(() => judged('kind: calls, call: toString, least: 1', '')).toThrow('checks.0.call');
    expect(() => judged('kind: calls, call: read', '')).toThrow('say how often');
  });
});

describe('addresses', () => {
  const check =
    'kind: addresses, lines: [{ label: main, segment: text }, { label: B, segment: data }, { label: A, segment: bss }, ' +
    '{ label: block, segment: heap }, { label: local, segment: stack }, { label: argv, segment: arguments }]';
  const globals = 'int A[4];\nint B[4] = {1};\n';
  const line = (label: string, address: string) => `printf("${label}: %p\\n", (void *)${address});`;
  const prologue = 'int local = argc; void *block = malloc(8);';
  const low = line('main', 'main') + line('B', 'B') + line('A', 'A');
  const high = line('block', 'block') + line('local', '&local') + line('argv', 'argv[0]');

  it('are in their segments, and rise', () => {
    expect(judged(check, prologue + low + high, globals).status).toBe('passed');
  });

  it.each([
    [low, 'There is no line “block” with an address'],
    [low + high.replace('block)', '&block)'), 'lies in the stack, and should lie in the heap'],
    [high + low, 'The line “block” should come after the line “A”'],
    [
      low.replace('(void *)B', '(void *)16') + high,
      'The address after “B”, 0x10, lies in no segment of this process, and should lie in the initialized static data',
    ],
  ])('that are wrong are told, %#', (prints, message) => {
    expect(judged(check, prologue + prints, globals).explanation).toContain(message);
  });
});
