import { expect, test } from 'vitest';
import type { OutlineItem } from '@/lib/data/outline';
import { outlineParts } from './outline-groups';

function item(kind: OutlineItem['kind'], slug: string, part: string | null): OutlineItem {
  return {
    ...{ kind, slug, title: slug, position: 0, part, minutes: null, dueAt: null },
    ...{ pointsMax: 0, state: 'new', grade: null, attemptEndsAt: null },
  };
}

function told(items: readonly OutlineItem[]) {
  return outlineParts(items).map(
    ({ title, groups }) =>
      `${title}: ${groups.map(({ lesson, tasks }) => [lesson?.slug, ...tasks.map(({ slug }) => slug)].join(' ')).join(', ')}`,
  );
}

test('tasks stand below the lesson before them, and a part begins where its name does', () => {
  expect(
    told([
      item('lesson', 'a', 'One'),
      item('quiz', 'qa', 'One'),
      item('exercise', 'ea', 'One'),
      item('lesson', 'b', 'One'),
      item('lesson', 'c', 'Two'),
      item('quiz', 'test', 'All'),
      item('exercise', 'last', 'All'),
    ]),
  ).toEqual(['One: a qa ea, b', 'Two: c', 'All:  test last']);
});

test('a course without parts has one', () => {
  expect(told([item('lesson', 'a', null), item('quiz', 'qa', null)])).toEqual(['null: a qa']);
  expect(told([])).toEqual([]);
});
