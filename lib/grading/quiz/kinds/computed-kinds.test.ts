/** Kinds of question whose answer the machine or the explorer computes: right, wrong and in part. */
import { describe, expect, it } from 'vitest';
import { shapeToText } from '../drawn-tree';
import { judge } from '../judge';
import { asked, formOf, share, failure } from '../testing/drawn-questions';
import { FORKS, WORKLOAD, RACE } from '../testing/programs';

describe('a chart', () => {
  const form = formOf('gantt', { kind: 'gantt', workload: WORKLOAD });
  const right = [1, 1, 1, 1, 2, 2, 3, 3, 3].map((number) => `P${number}`);
  it('is computed by the kernel, and counts in part from one half on', () => {
    expect(form.slots).toEqual(right);
    expect(share(form, right)).toBe(1);
    const late = right.map((slot, at) => (at < 6 ? slot : 'P1'));
    expect(judge(form, late)).toMatchObject({
      feedback: 'From 6 to 7 ms P3 runs: that is the first difference.',
    });
    expect(share(form, late)).toBeCloseTo(6 / 9);
    expect(
      share(
        form,
        right.map(() => 'P1'),
      ),
    ).toBe(0);
    expect(judge(form, []).answered).toBe(false);
  });
});

describe('the next decision', () => {
  it('offers those that are ready, and says why not the others', () => {
    const made = asked({
      kind: 'next-decision',
      prompt: 'At {{time}}?',
      workload: { ...WORKLOAD, policy: { scheduler: 'sjf' } },
    });
    expect(made.prompt).toBe('At 4?');
    expect(made.workload?.soFar).toEqual(['P1', 'P1', 'P1', 'P1']);
    expect(share(made.form, 'p2')).toBe(1);
    expect(judge(made.form, 'p3')).toMatchObject({
      share: 0,
      feedback: 'P3 still needs 3 ms, P2 only 2.',
    });
  });
});

describe('a process tree', () => {
  const form = formOf('tree', { kind: 'process-tree', variables: { n: 2 }, program: FORKS });
  it('is right whatever its names and the order of brothers', () => {
    expect(form.tree).toBe('P(P1(P1.1),P2)');
    for (const right of ['P(A,B(C))', '?(?(?),?)', 'x(y(z),w)']) expect(share(form, right)).toBe(1);
  });
  it('counts in part as far as it agrees', () => {
    expect(judge(form, 'P(A,B,C)')).toMatchObject({
      share: 0.375,
      feedback: expect.stringContaining('not who created whom'),
    });
    expect(judge(form, 'P(A,B)')).toMatchObject({
      feedback: expect.stringContaining('makes 4 processes'),
    });
    expect(share(form, 'P')).toBe(0);
    expect(judge(form, 'P(').answered).toBe(false);
  });
  it('must be the same whoever runs when', () => {
    const program = `#include <sys/wait.h>
#include <unistd.h>
#include <sys/mman.h>
int main(void) {
  int *shared = mmap(NULL, 4, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) { *shared = 1; return 0; }
  for (volatile int i = 0; i < 30; i++);
  if (*shared == 1) fork();
  while (wait(NULL) > 0);
  return 0;
}`;
    expect(failure({ kind: 'process-tree', program })).toContain('not the same in all runs');
  });
  it('is written with a process by its descent', () => {
    const leaf = { children: [] };
    expect(shapeToText({ children: [leaf, { children: [leaf, leaf] }] })).toBe(
      'P(P1,P2(P2.1,P2.2))',
    );
  });
});

describe('an output', () => {
  it('is right when any schedule gives it', () => {
    const form = formOf('output', { kind: 'predict-output', program: RACE });
    expect(form.outputs).toEqual(['a\nb', 'b\na']);
    for (const right of ['a\nb', 'b\na\n', 'a \r\nb']) expect(share(form, right)).toBe(1);
    expect(judge(form, 'a\na').feedback).toContain('Up to line 1');
    expect(judge(form, 'a').feedback).toBe('The program prints 2 lines, your answer has one.');
  });

  it('is that of one schedule where one is named, and in any order where lines have none', () => {
    const schedule = { scheduler: 'fcfs' };
    const one = formOf('output', { kind: 'predict-output', program: RACE, schedule });
    expect(one.outputs).toHaveLength(1);
    const any = formOf('output', {
      kind: 'predict-output',
      program: RACE,
      schedule,
      match: 'unordered-lines',
    });
    expect([share(any, 'a\nb'), share(any, 'b\na'), share(any, 'a\nc')]).toEqual([1, 1, 0]);
  });
});

describe('possible outputs', () => {
  it('are told from impossible ones by exploring', () => {
    const form = formOf('choice', {
      kind: 'possible-outputs',
      program: RACE,
      candidates: ['a\nb\n', 'b\na\n', 'a\n'],
    });
    expect(form.options.map(({ correct }) => correct)).toEqual([true, true, false]);
    expect(share(form, ['output-1', 'output-2'])).toBe(1);
    expect(share(form, ['output-1'])).toBe(0.5);
    expect(share(form, ['output-1', 'output-3'])).toBe(0);
  });
});

describe('the line with the fault', () => {
  const program = `#include <stdlib.h>
int main(void) {
  int *p = malloc(4);
  free(p);
  return *p;
}`;
  it('is where the machine finds it, or another that the author names', () => {
    const form = formOf('line', {
      kind: 'faulty-line',
      program,
      why: 'look again',
      also: ['free('],
    });
    expect(form.lines).toEqual([4, 5]);
    expect([share(form, '5'), share(form, '4'), share(form, '3')]).toEqual([1, 1, 0]);
    expect(judge(form, '1').feedback).toBe('look again');
    expect(judge(form, 'x').answered).toBe(false);
    expect(failure({ kind: 'faulty-line', program: 'int main(void) { return 0; }' })).toBe(
      'the run finds no fault',
    );
  });

  it('may show only in some schedule', () => {
    const stuck = `#include <unistd.h>
int main(void) {
  int ends[2];
  char byte;
  pipe(ends);
  read(ends[0], &byte, 1);
  return 0;
}`;
    expect(
      formOf('line', { kind: 'faulty-line', program: stuck, found: 'exploring' }).lines,
    ).toEqual([6]);
  });
});
