import { describe, expect, it } from 'vitest';
import { defaultRun } from './default-run';
import { parseExercise, publicExercise } from './exercise';

const files = {
  'statement.md': 'Do it.',
  'starter.c': 'int main(void) {}',
  'solution.c': 'int main(void) { return 0; }',
  'wrong/one.c': 'int main(void) { return 1; }',
};

function parse(manifest: string, more: Record<string, string> = {}) {
  return parseExercise('try', { ...files, ...more, 'exercise.yaml': manifest });
}

const head = 'title: T\nsummary: S\n';
const checks =
  'checks:\n  - { id: status, kind: exit-status, title: Status, points: 2, expected: 0 }\n';

function problemsOf(manifest: string): readonly string[] {
  const parsed = parse(manifest);
  return parsed.kind === 'broken' ? parsed.problems : [];
}

describe('an exercise folder', () => {
  it('is read whole, a random schedule standing for one run a seed', () => {
    const parsed = parse(
      `${head}${checks}wrong:\n  - { file: wrong/one.c, fails: status, why: W }\n` +
        'runs:\n  default:\n    schedules:\n      - { scheduler: fcfs }\n      - { scheduler: random, quantum: 5, seeds: [1, 2] }\n',
    );
    expect(parsed.kind).toBe('exercise');
    if (parsed.kind !== 'exercise') return;
    expect(parsed.exercise.wrong).toEqual([
      { name: 'wrong/one.c', source: files['wrong/one.c'], fails: 'status', why: 'W', lines: [] },
    ]);
    expect(parsed.exercise.manifest.runs['default']?.schedules).toEqual([
      { scheduler: 'fcfs' },
      { scheduler: 'random', quantum: 5, seed: 1 },
      { scheduler: 'random', quantum: 5, seed: 2 },
    ]);
  });

  it('may leave a run empty: it is the one of checks that name none', () => {
    const parsed = parse(
      `${head}${checks}wrong:\n  - { file: wrong/one.c, fails: status, why: W }\nruns:\n  other: {}\n`,
    );
    expect(parsed.kind === 'exercise' && parsed.exercise.manifest.runs['other']).toEqual(
      defaultRun,
    );
  });

  it('that is broken names each problem and its place', () => {
    expect(problemsOf('title: [')).toEqual([expect.stringContaining('try/exercise.yaml')]);
    expect(problemsOf(`${head}wrong: []\n`)).toEqual([expect.stringContaining('checks')]);
    expect(
      problemsOf(`${head}${checks}wrong:\n  - { file: wrong/none.c, fails: status, why: W }\n`),
    ).toEqual(['try/wrong/none.c: named in exercise.yaml, but there is no such file']);
    expect(
      problemsOf(`${head}${checks}wrong:\n  - { file: wrong/one.c, fails: nothing, why: W }\n`),
    ).toEqual([expect.stringContaining('no check "nothing"')]);
    expect(
      problemsOf(
        `${head}wrong: []\nchecks:\n  - { id: o, kind: output, title: O, points: 1, match: pattern, expected: "(" }\n`,
      ),
    ).toEqual([expect.stringContaining('not a regular expression')]);
    expect(problemsOf(`${head}${checks}wrong: []\nstatement: ../../etc/passwd\n`)).toEqual([
      expect.stringContaining('statement'),
    ]);
  });

  it.each([
    ['kind: fair, entry: [enter]', 'for bounded waiting name both'],
    ['kind: fair, functions: [critical]', 'for bounded waiting name both'],
    ['kind: fair, entry: [both], functions: [both]', 'can not be in entry and in functions'],
    ['kind: fair, entry: ["a b"], functions: [c]', 'the name of a C function'],
    ['kind: fair, entry: [a], functions: [b], most: -1', 'checks.0.most'],
    ['kind: no-race, functions: [f]', 'Unrecognized key: "functions"'],
    ['kind: no-busy-wait, most: 2', 'Unrecognized key: "most"'],
    ['kind: no-races', 'checks.0.kind'],
    ['kind: explore, properties: [race]', 'checks.0.properties.0'],
    ['kind: invariant, always: "a +"', 'checks.0.always'],
    ['kind: outputs', 'say what is possible'],
  ])('with a check { %s } says what is wrong with it', (fields, message) => {
    const manifest = `${head}wrong: []\nchecks:\n  - { id: c, title: T, points: 1, ${fields} }\n`;
    expect(problemsOf(manifest)).toEqual([expect.stringContaining(message)]);
  });

  it('says what it is about, how hard it is, and has hints', () => {
    const parsed = parse(
      `${head}${checks}wrong: []\ntopics: [fork]\ndifficulty: easy\nminutes: 10\nhints: [Look., Look again.]\n`,
    );
    if (parsed.kind !== 'exercise') throw new Error(parsed.problems.join());
    expect(publicExercise(parsed.exercise)).toMatchObject({
      topics: ['fork'],
      difficulty: 'easy',
      minutes: 10,
      hints: ['Look.', 'Look again.'],
    });
    expect(problemsOf(`${head}${checks}wrong: []\ndifficulty: fiendish\n`)).toEqual([
      expect.stringContaining('difficulty'),
    ]);
    expect(problemsOf(`${head}${checks}wrong: []\nhints: ['']\n`)).toEqual([
      expect.stringContaining('hints.0'),
    ]);
  });

  it('shows a browser nothing of hidden checks but title and points', () => {
    const parsed = parse(
      `${head}wrong: []\nruns:\n  secret: { stdin: "42" }\nchecks:\n` +
        '  - { id: a, kind: compiles, title: A, points: 1 }\n' +
        '  - { id: b, kind: output, title: B, points: 3, visible: false, run: secret, match: exact, expected: hidden-text }\n',
    );
    if (parsed.kind !== 'exercise') throw new Error(parsed.problems.join());
    const shown = publicExercise(parsed.exercise);
    expect(shown.hiddenChecks).toEqual([{ id: 'b', title: 'B', points: 3 }]);
    expect(shown.pointsMax).toBe(4);
    expect(JSON.stringify(shown)).not.toMatch(/hidden-text|42|return 0/);
  });
});
