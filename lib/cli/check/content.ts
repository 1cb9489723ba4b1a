/** `forkyard check` of a whole checkout: everything in `content` and `exercises`. */
import fs from 'node:fs';
import path from 'node:path';
import { exampleProblems } from '../../courseware/example-problems';
import { glossaryProblems } from '../../courseware/glossary-places';
import { lessonProblems, surroundingsOf } from '../../courseware/lesson-problems';
import {
  type CoursewareItem,
  readCourseware,
  readExamples,
  readGlossary,
  readReference,
} from '../../courseware/repository';
import { checkExerciseFolder } from './exercise';
import type { Findings } from './findings';
import { checkQuizFile, type Draws } from './quiz';

/** Where items of each kind lie, below the root. */
const places = {
  lesson: { folder: 'content/lessons', ending: '.md' },
  quiz: { folder: 'content/quizzes', ending: '.yaml' },
  exercise: { folder: 'exercises', ending: '' },
} as const satisfies Record<CoursewareItem['kind'], unknown>;

export function checkContent(root: string, draws: Draws, findings: Findings): void {
  findings.head(path.join(root, 'content/course.yaml'));
  findings.reading(() => {
    const courseware = readCourseware(root);
    const { course, items } = courseware;
    for (const kind of ['lesson', 'quiz', 'exercise'] as const) {
      const named = course.items.filter((item) => item.kind === kind).map(({ slug }) => slug);
      findings.say(`${named.length} of kind ${kind}`, forgotten(root, kind, named));
    }
    findings.head(path.join(root, 'content/reference'));
    findings.say(`${readReference(root).length} names`, null);

    const topics = readExamples(root);
    findings.head(path.join(root, 'content/examples'));
    for (const example of topics.flatMap(({ examples }) => examples))
      findings.say(example.slug, orNull(exampleProblems(example)));

    const surroundings = surroundingsOf(courseware, topics);
    findings.head(path.join(root, places.lesson.folder));
    for (const item of items)
      if (item.kind === 'lesson')
        findings.say(item.lesson.slug, orNull(lessonProblems(item.lesson, surroundings)));

    const terms = readGlossary(root);
    const lessons = items.flatMap((item) => (item.kind === 'lesson' ? [item.lesson] : []));
    findings.head(path.join(root, 'content/glossary.yaml'));
    findings.say(`${terms.length} terms`, orNull(glossaryProblems(terms, lessons)));

    for (const { kind, slug } of course.items)
      if (kind === 'quiz')
        checkQuizFile(path.join(root, places.quiz.folder, `${slug}.yaml`), draws, findings);
    for (const { kind, slug } of course.items)
      if (kind === 'exercise')
        checkExerciseFolder(path.join(root, places.exercise.folder, slug), findings);
  });
}

/** Files that no item of the course names. */
function forgotten(
  root: string,
  kind: CoursewareItem['kind'],
  named: readonly string[],
): string | null {
  const { folder, ending } = places[kind];
  const left = fs
    .readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(ending) && !named.includes(path.basename(name, ending)));
  return left.length === 0 ? null : `the course does not name ${left.join(', ')}`;
}

function orNull(problems: readonly string[]): string | null {
  return problems.length === 0 ? null : problems.join('; ');
}
