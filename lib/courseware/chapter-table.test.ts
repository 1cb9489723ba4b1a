/** `docs/chapter.md` says where each heading of the chapter is taught. What it names must be there. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCourseware } from './repository';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { items } = readCourseware(root);

const rows = fs
  .readFileSync(path.join(root, 'docs/chapter.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  // The head, and the line below it.
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

function lesson(slug: string) {
  const found = items.find((item) => item.kind === 'lesson' && item.lesson.slug === slug);
  return found?.kind === 'lesson' ? found.lesson : undefined;
}

describe('the table of the chapter', () => {
  it('has every heading once', () => {
    const headings = rows.map(([heading]) => heading);
    expect(headings.length).toBeGreaterThan(45);
    expect(new Set(headings).size).toBe(headings.length);
  });

  it.each(rows.map((cells) => [cells[0] ?? '', cells] as const))(
    '%s: names what there is',
    (_heading, [, place = '', shown = '', question = '', exercise = '']) => {
      const [slug = '', ...section] = place.split(': ');
      const taught = lesson(slug);
      if (taught === undefined) throw new Error(`there is no lesson "${slug}"`);
      const headings = [...taught.body.matchAll(/^## (.*)$/gm)].map(([, text]) => text);
      expect([taught.title, ...headings]).toContain(section.join(': '));

      const [kind, name] = shown.split(' ');
      if (kind === 'figure') expect(taught.body).toContain(`::figure{name="${name}"}`);
      else expect(taught.body).toContain(`figure="${name}"`);

      const [quizSlug, id] = question.split('/');
      const quiz = items.find((item) => item.kind === 'quiz' && item.quiz.slug === quizSlug);
      if (quiz?.kind !== 'quiz') throw new Error(`there is no quiz "${quizSlug}"`);
      expect(quiz.quiz.questions.map((each) => each.id)).toContain(id);

      if (exercise === '—') return;
      const slugs = items.flatMap((item) => (item.kind === 'exercise' ? [item.exercise.slug] : []));
      expect(slugs).toContain(exercise);
    },
  );

  it('has every lesson, and every figure of a lesson', () => {
    const places = rows.map(([, place = '']) => place.split(': ')[0]);
    const shown = rows.map(([, , figure = '']) => figure);
    for (const item of items) {
      if (item.kind !== 'lesson') continue;
      expect(places).toContain(item.lesson.slug);
      for (const [, name] of item.lesson.body.matchAll(/^::figure\{name="([^"]*)"\}/gm))
        expect(shown).toContain(`figure ${name}`);
    }
  });
});
