import { afterAll, expect, test } from 'vitest';
import type { SearchResult } from '../courseware/search/search-index';
import { closeDatabase, database } from '../db';
import type { Reader } from './access';
import { getGlossary } from './glossary';
import { searchCourse } from './search';
import {
  aCast,
  aCourse,
  anExercise,
  anItem,
  aVersion,
  codeOf,
  exerciseContent,
  HIDDEN_TEXT,
  quizContent,
  type TestCourse,
} from './testing/fixtures';

afterAll(closeDatabase);

const LESSON = `---
title: Ends and numbats
summary: How numbats end.
minutes: 1
---

Every numbat is a process.

## Afterwards

A zombie is left, and no numbat.
`;

async function aNumbatCourse(): Promise<TestCourse> {
  const course = await aCourse();
  await anItem(course, 'LESSON', { slug: 'numbats', text: LESSON }, 0, 'numbats');
  const content = exerciseContent('Count to ten');
  const files = { ...content.files, 'statement.md': 'Count the *numbats*.' };
  await anItem(course, 'EXERCISE', { ...content, files }, 10, 'numbat-count');
  await anItem(course, 'QUIZ', quizContent(2), 3, 'numbat-quiz');
  return course;
}

async function found(reader: Reader, course: TestCourse, query: string): Promise<string[]> {
  const { results } = await searchCourse(reader, course.slug, query, 50);
  return results.map(nameOf).sort();
}

function nameOf({ kind, slug, section }: SearchResult): string {
  return `${kind} ${slug}${section === null ? '' : `#${section}`}`;
}

test('members find what their course shows, and nothing of another course', async () => {
  const course = await aNumbatCourse();
  const other = await aCourse();
  await anExercise(other);
  const { student, instructor } = await aCast(course);
  for (const member of [student, instructor]) {
    expect(await found(member, course, 'numbat')).toEqual([
      'exercise numbat-count',
      'lesson numbats',
      'lesson numbats#afterwards',
      'quiz numbat-quiz',
    ]);
    expect(await found(member, course, 'waitpid')).toContain('c-name waitpid');
    expect(await found(member, course, 'count to ten')).not.toContain('exercise count-to-ten');
    expect(await codeOf(searchCourse(member, other.slug, 'count', 50))).toBe('not-found');
  }
});

test('whoever only reads finds lessons and the words that they use', async () => {
  const course = await aNumbatCourse();
  const { stranger } = await aCast(course);
  for (const reader of [null, stranger]) {
    expect(await codeOf(searchCourse(reader, course.slug, 'numbat', 50))).toBe('not-found');
    expect(await codeOf(getGlossary(reader, course.slug))).toBe('not-found');
  }
  await database().course.update({ where: { id: course.id }, data: { isOpen: true } });
  for (const reader of [null, stranger]) {
    expect(await found(reader, course, 'numbat')).toEqual([
      'lesson numbats',
      'lesson numbats#afterwards',
    ]);
    expect(await found(reader, course, 'zombie')).toEqual([
      'glossary zombie',
      'lesson numbats#afterwards',
    ]);
    expect(await found(reader, course, 'waitpid')).toEqual([]);
  }
});

test('what is hidden or not published is not found, and what is new is', async () => {
  const course = await aNumbatCourse();
  const { student } = await aCast(course);
  const { id } = await anItem(course, 'EXERCISE', exerciseContent('Aardvarks'), 10, 'aardvark');
  for (const secret of [HIDDEN_TEXT, 'reference solution', 'expectation']) {
    expect(await found(student, course, secret)).not.toContain('exercise aardvark');
  }
  expect(await found(student, course, 'aardvark')).toEqual(['exercise aardvark']);
  await aVersion(id, { ...exerciseContent('x'), files: bilbies() }, 10);
  expect(await found(student, course, 'bilby')).toEqual(['exercise aardvark']);
  await database().courseItem.update({ where: { id }, data: { currentVersionId: null } });
  expect(await found(student, course, 'bilby')).toEqual([]);
  for (const odd of [undefined, ['a'], 'x'.repeat(10_000), '\u0000', '*'])
    expect((await searchCourse(student, course.slug, odd, 50)).query.length).toBeLessThan(101);
});

function bilbies() {
  return { ...exerciseContent('x').files, 'statement.md': 'Count each bilby.' };
}

test('the glossary has the words of the course, where they are used, and where one of its lessons explains them', async () => {
  const course = await aNumbatCourse();
  const { student } = await aCast(course);
  const { terms } = await getGlossary(student, course.slug);
  expect(terms.map(({ term }) => term)).toEqual(['process', 'zombie']);
  expect(terms[1]).toMatchObject({
    explained: null,
    used: [{ lesson: 'numbats', lessonTitle: 'Ends and numbats', heading: 'Afterwards' }],
    see: [],
  });
});
