/** Each kind of question: right, wrong, in part, and what a student may see of it. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '../answers';
import type { AskedQuestion, Form, FormOf } from '../asked';
import { shapeToText } from '../drawn-tree';
import { expectedAnswer } from '../expected';
import { judge } from '../judge';
import { drawQuestion, type Question, questionSchema } from '../question';
import { scoreQuestion } from '../score';
import { disagreements } from '../second-way';
import { shownQuestion } from '../shown';

function question(fields: object): Question {
  return questionSchema.parse({ id: 'q', prompt: 'P', explanation: 'E', ...fields });
}

function asked(fields: object, seed = 'seed'): AskedQuestion {
  const drawing = drawQuestion(question(fields), seed);
  if (drawing.kind === 'failed') throw new Error(drawing.reason);
  return drawing.drawn.asked;
}

function formOf<F extends Form['form']>(form: F, fields: object, seed?: string): FormOf<F> {
  const made = asked(fields, seed).form;
  if (!isForm(form, made)) throw new Error(made.form);
  return made;
}

function isForm<F extends Form['form']>(form: F, made: Form): made is FormOf<F> {
  return made.form === form;
}

function share(form: Form, answer: Answer): number {
  return judge(form, answer).share;
}

function failure(fields: object): string {
  const drawing = drawQuestion(question(fields), 'seed');
  return drawing.kind === 'failed' ? drawing.reason : 'drawn';
}

const FORKS = `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int i = 0; i < {{n}}; i++) fork();
  while (wait(NULL) > 0);
  return 0;
}`;

describe('options', () => {
  const fields = {
    kind: 'single',
    variables: { n: { from: 1, to: 6 } },
    options: [
      { id: 'right', text: '{{n + 1}}', correct: true },
      { id: 'double', text: '{{2 * n}}', why: 'not doubled' },
      { id: 'same', text: '{{n}}' },
      { id: 'four', text: '4' },
    ],
  };

  it('that say the same as the right one, or as each other, are left out', () => {
    const lengths = new Set<number>();
    for (let seed = 0; seed < 60; seed++) {
      const { options } = formOf('choice', fields, String(seed));
      const texts = options.map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      expect(options.filter(({ correct }) => correct)).toHaveLength(1);
      expect(texts.length).toBeGreaterThanOrEqual(3);
      lengths.add(texts.length);
    }
    expect(lengths).toEqual(new Set([3, 4]));
  });

  it('may be right or not by a condition; a draw with none that is right is drawn again', () => {
    const odd = {
      kind: 'multiple',
      variables: { n: { from: 1, to: 6 } },
      options: [
        { id: 'small', text: 'small', correct: 'n < 3' },
        { id: 'large', text: 'large', correct: 'n > 4' },
      ],
    };
    for (let seed = 0; seed < 30; seed++)
      expect(formOf('choice', odd, String(seed)).options.some(({ correct }) => correct)).toBe(true);
  });

  it('are told why they are wrong', () => {
    const form = formOf('choice', { ...fields, variables: { n: 3 } });
    expect(judge(form, 'double')).toMatchObject({ share: 0, feedback: 'not doubled' });
    expect(judge(form, 'right')).toMatchObject({ share: 1, feedback: '' });
    expect(judge(form, 'nothing')).toMatchObject({ answered: false });
  });
});

describe('a number', () => {
  const fields = {
    kind: 'numeric',
    answer: '10 / 4',
    tolerance: 0.01,
    unit: 'ms',
    mistakes: [
      { value: 25, why: 'ten times' },
      { value: 2.5, why: 'never said' },
    ],
  };

  it('is right within its tolerance, however it is written', () => {
    const form = formOf('number', fields);
    for (const right of ['2.5', '2,505', ' 2.50 ms', '5/2', '25e-1'])
      expect(share(form, right)).toBe(1);
    for (const wrong of ['2.6', '-2.5', '2.5 s', 'two', '2.5.1'])
      expect(share(form, wrong)).toBe(0);
    expect(judge(form, '25').feedback).toBe('ten times');
    expect(judge(form, 'two').feedback).toContain('is not a number');
    expect(form.mistakes).toHaveLength(1);
    const relative = formOf('number', { ...fields, tolerance: { relative: 0.1 } });
    expect([share(relative, '2.7'), share(relative, '2.8')]).toEqual([1, 0]);
  });

  it('has a unit that is chosen or typed, and may be another one', () => {
    for (const unitBy of ['chosen', 'typed']) {
      const form = formOf('number', { ...fields, unitBy, units: { s: 1000 } });
      expect(share(form, '2.5 ms')).toBe(1);
      expect(share(form, '0.0025 s')).toBe(1);
      expect(share(form, '2.5 s')).toBe(0);
      expect(judge(form, '2.5').feedback).toBe('The unit is missing.');
      expect(judge(form, '2.5 kg').feedback).toContain('not the unit');
    }
  });

  it('may be computed by running the program, and is held to another way', () => {
    const counted = {
      kind: 'numeric',
      variables: { n: { from: 1, to: 3 } },
      program: FORKS,
      computed: { count: 'processes' },
      answer: 'count',
    };
    for (const seed of ['a', 'b', 'c', 'd']) {
      const made = drawQuestion(question({ ...counted, agrees: 'count == 2 ** n' }), seed);
      if (made.kind === 'failed') throw new Error(made.reason);
      const { draw } = made.drawn;
      expect(expectedAnswer(made.drawn.asked.form)).toBe(String(2 ** Number(draw.values.n)));
      expect(disagreements(question(counted), made.drawn, null)).toEqual([]);
      expect(
        disagreements(question({ ...counted, agrees: 'count == n + 100' }), made.drawn, null),
      ).toEqual([expect.stringContaining('does not hold')]);
    }
    expect(failure({ ...counted, computed: { count: 'number' } })).toContain('no number');
  });
});

describe('a short text', () => {
  const form = formOf('text', {
    kind: 'short-text',
    accept: ['time slice'],
    pattern: '(time )?quantum',
    mistakes: [{ text: 'burst', why: 'longer' }],
  });
  it('is folded in case and blanks, accepted by form or pattern, and told where it is a known mistake', () => {
    for (const right of ['time slice', ' Time  Slice ', 'quantum', 'TIME QUANTUM'])
      expect(share(form, right)).toBe(1);
    for (const wrong of ['timeslice', 'a quantum of', 'slice']) expect(share(form, wrong)).toBe(0);
    expect(judge(form, 'Burst').feedback).toBe('longer');
    const strict = { ...form, ignoreCase: false, ignoreSpace: true };
    expect([share(strict, 'timeslice'), share(strict, 'Time slice')]).toEqual([1, 0]);
  });
});

describe('an order', () => {
  const fields = { kind: 'ordering', items: ['one', 'two', 'three', 'four'] };
  it('counts in part by what is in order', () => {
    const form = formOf('order', fields);
    const [a = '', b = '', c = '', d = ''] = form.right;
    expect(form.items.map(({ id }) => id)).not.toEqual(form.right);
    expect(share(form, [a, b, c, d])).toBe(1);
    expect(share(form, [b, c, d, a])).toBeCloseTo(2 / 3);
    expect(share(form, [d, c, b, a])).toBe(0);
    expect(share(form, [a, b])).toBeCloseTo(1 / 3);
    expect(share(form, [a, a, 'x', b, c, d])).toBe(1);
    const pairs = { ...form, partial: 'pairs' as const };
    expect(share(pairs, [c, d, a, b])).toBeCloseTo(2 / 3);
    expect(share({ ...form, partial: 'none' }, [b, a, c, d])).toBe(0);
    expect(judge(form, [b, a, c, d]).feedback).toContain('“one” belongs there');
  });

  it('is not told by the names of its items', () => {
    const names = new Set(
      Array.from({ length: 20 }, (_seed, at) => formOf('order', fields, String(at)).right.join()),
    );
    expect(names.size).toBeGreaterThan(5);
  });
});

describe('pairs', () => {
  it('count each for itself', () => {
    const form = formOf('match', {
      kind: 'matching',
      pairs: [
        { left: 'a', right: '1', why: 'not that' },
        { left: 'b', right: '2' },
        { left: 'c', right: '2' },
      ],
      extra: ['3'],
    });
    expect(form.right).toHaveLength(3);
    const right = Object.fromEntries(form.left.map(({ id, partner }) => [id, partner]));
    expect(share(form, right)).toBe(1);
    const a = form.left.find(({ text }) => text === 'a');
    if (a === undefined) throw new Error('no a');
    const other = form.right.find(({ id }) => id !== a.partner)?.id ?? '';
    const wrong = judge(form, { ...right, [a.id]: other });
    expect(wrong.share).toBeCloseTo(2 / 3);
    expect(wrong.parts).toContainEqual({ id: a.id, right: false, note: 'not that' });
    expect(judge(form, {}).answered).toBe(false);
  });
});

const WORKLOAD = {
  processes: [
    { name: 'P1', burst: 4 },
    { name: 'P2', arrival: 1, burst: 2 },
    { name: 'P3', arrival: 2, burst: 3 },
  ],
  policy: { scheduler: 'fcfs' },
};

describe('a table', () => {
  it('has cells that count each for itself', () => {
    const form = formOf('table', {
      kind: 'table',
      columns: ['given', 'number', 'text'],
      rows: [
        {
          label: 'row',
          cells: ['x', { answer: '2 * 3', tolerance: 0.5, why: 'six' }, { text: 'Heap' }],
        },
      ],
    });
    expect(share(form, { '1.2': '6.4', '1.3': ' heap ' })).toBe(1);
    const half = judge(form, { '1.2': '7', '1.3': 'heap' });
    expect(half).toMatchObject({ share: 0.5, feedback: '1 of 2 cells are right.' });
    expect(half.parts[0]).toEqual({ id: '1.2', right: false, note: 'six' });
    expect(judge(form, { '1.2': ' ' }).answered).toBe(false);
  });

  it('may be the times of a workload', () => {
    const form = formOf('table', { kind: 'table', workload: WORKLOAD, times: ['end', 'waiting'] });
    expect(expectedAnswer(form)).toEqual({
      '1.1': '4',
      '1.2': '0',
      '2.1': '6',
      '2.2': '3',
      '3.1': '9',
      '3.2': '4',
    });
  });
});

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

const RACE = `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  if (fork() == 0) { write(1, "a\\n", 2); return 0; }
  write(1, "b\\n", 2);
  wait(NULL);
  return 0;
}`;

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

describe('hints', () => {
  it('take their share of the points', () => {
    const made = asked({
      kind: 'numeric',
      answer: 4,
      points: 2,
      hints: [{ text: 'free' }, { text: 'dear', cost: 0.25 }],
    });
    expect([0, 1, 2].map((taken) => scoreQuestion(made, '4', taken).points)).toEqual([2, 2, 1.5]);
    expect(scoreQuestion(made, undefined, 2)).toMatchObject({ points: 0, hintCost: 0 });
    expect(shownQuestion(made).hintCosts).toEqual([0, 0.25]);
  });
});

describe('whatever the kind', () => {
  const SECRET = 'SECRET';
  it('a student is shown nothing of the answer', () => {
    const all = [
      {
        kind: 'single',
        options: [
          { id: 'a', text: 'A', correct: true },
          { id: 'b', text: 'B', why: SECRET },
        ],
      },
      { kind: 'numeric', answer: 4711, mistakes: [{ value: 3, why: SECRET }] },
      { kind: 'short-text', accept: [SECRET] },
      { kind: 'ordering', items: ['x', 'y', 'z'] },
      {
        kind: 'matching',
        pairs: [
          { left: 'x', right: 'y', why: SECRET },
          { left: 'z', right: 'w' },
        ],
      },
      { kind: 'table', columns: ['c'], rows: [{ label: 'r', cells: [{ text: SECRET }] }] },
      { kind: 'gantt', workload: WORKLOAD },
      { kind: 'process-tree', variables: { n: 2 }, program: FORKS },
      { kind: 'predict-output', program: RACE },
    ];
    for (const fields of all) {
      const shown = JSON.stringify(
        shownQuestion(asked({ ...fields, explanation: SECRET, hints: [{ text: SECRET }] })),
      );
      expect(shown).not.toMatch(
        /SECRET|correct|4711|partner|"right":\[?"|slots|"tree":|outputs|explanation/,
      );
    }
  });
});
