import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from './content';
import { Findings } from './findings';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-check-'));

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
}

const COURSE = `slug: small
title: Small
parts:
  - title: All
    items:
      - lesson: loops
      - quiz: loops
      - exercise: hello
`;

const LESSON = `---
title: Loops
summary: Around and around.
minutes: 5
objectives: ['say how often']
---
:::program{title="Twice"}
\`\`\`c
#include <stdio.h>
int main(void) { puts("once"); puts("twice"); }
\`\`\`
\`\`\`output
once
twice
\`\`\`
:::

::quiz{slug="loops"}

## In short

A loop goes around.

## References
`;

const GLOSSARY = `- term: loop
  text: Instructions that are executed again and again.
  explained: loops
`;

const QUIZ = `title: Loops
summary: Around.
questions:
  - id: twice
    kind: numeric
    points: 1
    prompt: How often?
    answer: 2
    explanation: Twice.
`;

const EXERCISE = `title: Hello
summary: One word.
checks:
  - { id: says, kind: output, title: It says hello, points: 2, match: exact, expected: "hello\\n" }
wrong:
  - { file: wrong/silent.c, fails: says, why: It says nothing. }
`;

const SILENT = 'int main(void) { return 0; }\n';

beforeAll(() => {
  write('content/course.yaml', COURSE);
  write('content/lessons/loops.md', LESSON);
  write('content/quizzes/loops.yaml', QUIZ);
  write('content/glossary.yaml', GLOSSARY);
  write(
    'content/examples/index.yaml',
    '- topic: All\n  examples:\n    - {title: One, files: [one.c]}\n',
  );
  write('content/examples/one.c', '#include <stdio.h>\nint main(void) { puts("one"); }\n');
  write(
    'content/reference/a.yaml',
    '- header: unistd.h\n  names:\n    fork:\n      does: Makes a child.\n',
  );
  write('exercises/hello/exercise.yaml', EXERCISE);
  write('exercises/hello/statement.md', 'Say it.\n');
  write('exercises/hello/starter.c', SILENT);
  write('exercises/hello/solution.c', '#include <stdio.h>\nint main(void) { puts("hello"); }\n');
  write('exercises/hello/wrong/silent.c', SILENT);
});

afterAll(() => {
  fs.rmSync(root, { recursive: true });
});

/** The lines that complain, after `change`, which is undone. */
function complaints(file: string | null, text = ''): readonly string[] {
  const before = file === null ? '' : readIfThere(file);
  if (file !== null) write(file, text);
  const lines: string[] = [];
  const findings = new Findings((line) => lines.push(line));
  checkContent(root, { seeds: 2, native: null }, findings);
  if (file !== null) {
    if (before === null) fs.rmSync(path.join(root, file));
    else write(file, before);
  }
  const complaining = lines.filter((line) => line.startsWith('  ✗'));
  expect(complaining).toHaveLength(findings.count);
  return complaining;
}

function readIfThere(file: string): string | null {
  const place = path.join(root, file);
  return fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : null;
}

describe('checking a whole checkout', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(complaints(null)).toEqual([]);
  });

  it.each([
    ['content/lessons/left.md', LESSON, /✗ 1 of kind lesson: the course does not name left\.md$/],
    [
      'content/lessons/loops.md',
      LESSON.replace('twice\n', 'thrice\n'),
      /✗ loops: program 1: prints "once\\ntwice\\n" and not "once\\nthrice\\n"$/,
    ],
    ['content/lessons/loops.md', LESSON.replace('minutes: 5\n', ''), /✗ loops\.md: minutes: /],
    [
      'content/glossary.yaml',
      GLOSSARY.replace('term: loop', 'term: knot'),
      /✗ 1 terms: "knot" appears in no lesson$/,
    ],
    ['content/quizzes/loops.yaml', 'title: [', /✗ /],
    ['content/examples/one.c', 'int main(void) {', /✗ one: it prints nothing; it prints to/],
    [
      'content/course.yaml',
      COURSE.replace('lesson: loops', 'lesson: spools'),
      /spools\.md: no such file$/,
    ],
    [
      'content/course.yaml',
      COURSE.replace('title: All', 'titel: All'),
      /✗ course\.yaml: parts\.0\.title: /,
    ],
    ['exercises/hello/starter.c', 'int main(void) { retrun 0; }', /✗ starter: does not compile: /],
  ])('tells what is wrong with %s', (file, text, complaint) => {
    const found = complaints(file, text);
    expect(found.filter((line) => complaint.test(line))).toHaveLength(1);
  });
});
