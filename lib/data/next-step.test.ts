import { describe, expect, it } from 'vitest';
import { dueItems, nextStep } from './next-step';
import { isDone, type OutlineItem, progressOf } from './outline';

const NOW = new Date('2026-11-27T12:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

function item(slug: string, more: Partial<OutlineItem> = {}): OutlineItem {
  return {
    kind: 'lesson',
    slug,
    title: slug,
    position: 0,
    part: null,
    minutes: null,
    dueAt: null,
    pointsMax: 0,
    state: 'new',
    grade: null,
    attemptEndsAt: null,
    ...more,
  };
}

function told(items: readonly OutlineItem[]) {
  const next = nextStep(items, NOW);
  return next === null ? null : `${next.item.slug}: ${next.because}`;
}

describe('the next step', () => {
  it('is the first in order that is not done', () => {
    expect(told([item('a'), item('b')])).toBe('a: next-in-order');
    expect(told([item('a', { state: 'done' }), item('b', { state: 'begun' }), item('c')])).toBe(
      'b: next-in-order',
    );
    expect(told([item('a', { state: 'done' })])).toBeNull();
    expect(told([])).toBeNull();
  });

  it('is what is due within three days, the earliest first', () => {
    const later = item('later', { dueAt: hours(73) });
    const soon = item('soon', { dueAt: hours(71) });
    const sooner = item('sooner', { dueAt: hours(1) });
    expect(told([item('a'), later])).toBe('a: next-in-order');
    expect(told([item('a'), later, soon])).toBe('soon: due-soon');
    expect(told([item('a'), soon, sooner])).toBe('sooner: due-soon');
    expect(told([item('a'), { ...soon, state: 'done' }])).toBe('a: next-in-order');
  });

  it('is not held up by what is late', () => {
    expect(told([item('a'), item('late', { dueAt: hours(-1) })])).toBe('a: next-in-order');
  });

  it('is an attempt that runs against time, before anything', () => {
    const soon = item('soon', { dueAt: hours(1) });
    expect(told([soon, item('test', { attemptEndsAt: hours(2) })])).toBe('test: clock-is-running');
    expect(told([soon, item('over', { attemptEndsAt: hours(-2) })])).toBe('soon: due-soon');
  });
});

describe('what is due', () => {
  it('is what has a date and is not done, by date', () => {
    const due = dueItems(
      [
        item('later', { dueAt: hours(100) }),
        item('none'),
        item('done', { dueAt: hours(1), state: 'done' }),
        item('late', { dueAt: hours(0) }),
        item('soon', { dueAt: hours(72) }),
      ],
      NOW,
    );
    expect(due.map(({ item: { slug }, standing }) => `${slug} ${standing}`)).toEqual([
      'late late',
      'soon soon',
      'later later',
    ]);
  });
});

describe('progress', () => {
  it('is done from 80 % of the points, to the point', () => {
    expect(isDone({ points: 2.4, pointsMax: 3 })).toBe(true);
    expect(isDone({ points: 7.9, pointsMax: 10 })).toBe(false);
    expect(isDone({ points: 8, pointsMax: 10 })).toBe(true);
  });

  it('counts lessons and tasks alike, and grades of an earlier version by their share', () => {
    const grade = { points: 4, pointsMax: 8, attempts: 1, isLate: false };
    expect(
      progressOf([
        item('read', { state: 'done' }),
        item('quiz', { kind: 'quiz', pointsMax: 10, state: 'begun', grade }),
        item('exercise', { kind: 'exercise', pointsMax: 20 }),
      ]),
    ).toEqual({ points: 5, pointsMax: 30, stepsDone: 1, stepsTotal: 3 });
  });
});
