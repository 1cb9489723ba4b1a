/** Kinds of question whose answer the author gives, and what holds of all kinds: right, wrong, in part, shown. */
import { describe, expect, it } from 'vitest';
import { expectedAnswer } from '../expected';
import { judge } from '../judge';
import { drawQuestion } from '../question';
import { scoreQuestion } from '../score';
import { disagreements } from '../second-way';
import { shownQuestion } from '../shown';
import { question, asked, formOf, share, failure } from '../testing/drawn-questions';
import { FORKS, WORKLOAD, RACE } from '../testing/programs';

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
