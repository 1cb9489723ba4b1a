import { describe, expect, it } from 'vitest';
import type { Lesson } from './lesson';
import { lessonProblems, type Surroundings } from './lesson-problems';

const surroundings: Surroundings = {
  lessons: ['wait'],
  quizzes: new Map([['wait', []]]),
  exercises: ['zombies'],
  examples: ['fork'],
};

const program = (text: string, output = ''): string =>
  `:::program{title="Said" stdin="4\\n"}\n\`\`\`c\n#include <stdio.h>\nint main(void) { int n; scanf("%d", &n); ${text} }\n\`\`\`\n${output}:::\n`;

const printing = (output: string): string => `\`\`\`output\n${output}\`\`\`\n`;

const whole = `${program('printf("%d\\n", n);', printing('4\n'))}
[waiting](wait), [an example](/play?example=fork), [the page](https://man7.org/linux/)

::figure{name="quantum"}

::quiz{slug="wait"}

::exercise{slug="zombies"}

## In short

## References
`;

function problemsOf(body: string, objectives: readonly string[] = ['say how']): readonly string[] {
  const lesson: Lesson = {
    slug: 'made-up',
    title: 'Made up',
    summary: 'For the test.',
    minutes: 5,
    objectives: [...objectives],
    body,
  };
  return lessonProblems(lesson, surroundings);
}

describe('what is wrong with a lesson', () => {
  it('is nothing where all that it names is there and its program prints what it says', () => {
    expect(problemsOf(whole)).toEqual([]);
  });

  it.each([
    ['::figure{name="quantum"}', '::figure{name="quanta"}', 'there is no figure "quanta"'],
    ['::figure{name="quantum"}', '::animation', 'there is no directive "animation"'],
    ['(wait)', '(weight)', 'the link to "weight" leads to no lesson'],
    ['example=fork', 'example=spoon', 'the playground has no example "spoon"'],
    ['::quiz{slug="wait"}', '::quiz{slug="hurry"}', 'the course has no quiz "hurry"'],
    ['slug="zombies"', 'slug="ghosts"', 'the course has no exercise "ghosts"'],
    ['## In short', '## At length', 'it has no section "In short"'],
    [
      '::quiz{slug="wait"}',
      '::question{quiz="wait" id="who"}',
      'there is no question "who" of a quiz "wait"',
    ],
    [':::program{', ':::program {', "1 of its 1 programs can't be read (see lesson.ts)"],
    [printing('4\n'), printing('5\n'), 'program 1: prints "4\\n" and not "5\\n"'],
  ])('%j in place of %j', (right, wrong, problem) => {
    expect(whole).toContain(right);
    expect(problemsOf(whole.replace(right, () => wrong))).toContain(problem);
  });

  it('tells what the compiler says of a program', () => {
    const [problem] = problemsOf(whole.replace('printf', 'print'));
    expect(problem).toMatch(/^program 1: program\.c:2:\d+: error: .*print/);
  });

  it('notices that a program does not end', () => {
    const endless = whole.replace('", n); }', '", n); for (;;); }');
    expect(problemsOf(endless)).toEqual(['program 1: does not end']);
  });

  it('wants objectives and a program', () => {
    expect(problemsOf('## In short\n## References\n', [])).toEqual([
      'it has no objectives',
      'it has no program',
    ]);
  });
});
