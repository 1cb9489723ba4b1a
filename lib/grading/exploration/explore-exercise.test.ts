import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile';
import { userFile } from '../../compiler/diagnostics';
import { type Check, parseExercise } from '../exercise';
import { gradeChecks } from '../grade';
import { exploreExercise, runsToExplore } from './explore-exercise';

const LOST_UPDATE = `#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int *n = mmap(NULL, sizeof *n, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    *n += 1;
    _exit(0);
  }
  *n += 1;
  wait(NULL);
  printf("%d\\n", *n);
  return 0;
}
`;

const SUM = '{ id: sum, title: T, points: 1, kind: outputs, only: ["2\\n"] }';
const ENDS = '{ id: ends, title: T, points: 1, kind: no-deadlock }';

describe('what a student explores', () => {
  it('says of each check what a verdict will say, and which outputs are possible', () => {
    const checks = checksOf(SUM, ENDS);
    const explored = exploreExercise(imageOf(LOST_UPDATE), 'default', { checks, runs: {} });
    expect(explored.verdict).toBe('refuted');
    expect(explored.checks).toEqual(gradeChecks({ checks, runs: {} }, LOST_UPDATE).checks);
    expect(explored.result.outputs.map(({ stdout }) => stdout)).toEqual(['1\n', '2\n']);
    expect(explored.others).toEqual([]);
  });

  it('finds what no check asks about, told in the lines of the program', () => {
    const wrong = LOST_UPDATE.replace('return 0;', 'if (*n < 2) *(int *)0 = 1;\n  return 0;');
    const explored = exploreExercise(imageOf(wrong), 'default', {
      checks: checksOf(ENDS),
      runs: {},
    });
    expect(explored.checks).toMatchObject([{ id: 'ends', status: 'passed', claim: 'proved' }]);
    expect(explored.others).toMatchObject([{ kind: 'memory-error', location: { line: 15 } }]);
    expect(explored.others[0]?.story.join(' ')).toContain('What child wrote to `*n` is lost');
    expect(explored.verdict).toBe('refuted');
  });

  it('explores the runs that checks ask about, else the usual one', () => {
    const other = ENDS.replace('{', '{ run: other,');
    expect(runsToExplore(checksOf(SUM, other, 'runs: { other: { args: [x] } }'))).toEqual([
      'default',
      'other',
    ]);
    expect(runsToExplore([])).toEqual(['default']);
  });

  it('goes further with more effort, and says how far it went meanwhile', () => {
    const spins = LOST_UPDATE.replaceAll('*n += 1;', 'for (int k = 0; k < 12; k++) *n += k;');
    const seen: number[] = [];
    const outputs: number[] = [];
    const run = (effort: number) =>
      exploreExercise(
        imageOf(spins),
        'default',
        { checks: [], runs: {} },
        {
          effort,
          keepGoing({ transitions, found }) {
            seen.push(transitions);
            outputs.push(found().outputs.length);
            return true;
          },
        },
      ).result;
    const little = run(0.01);
    expect(little).toMatchObject({ complete: false });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(outputs.at(-1)).toBeLessThanOrEqual(little.outputs.length);
    const more = run(0.02);
    expect(more.transitions).toBeGreaterThan(little.transitions);
  });
});

function checksOf(...lines: readonly string[]): readonly Check[] {
  const parsed = parseExercise('e', {
    'exercise.yaml': [
      'title: T',
      'summary: S',
      'wrong: []',
      ...lines.filter((line) => line.startsWith('runs')),
      'checks:',
      ...lines.filter((line) => line.startsWith('{')).map((line) => `  - ${line}`),
    ].join('\n'),
    'statement.md': '',
    'starter.c': '',
    'solution.c': '',
  });
  if (parsed.kind === 'broken') throw new Error(parsed.problems.join('\n'));
  return parsed.exercise.manifest.checks;
}

function imageOf(source: string) {
  const { image } = compile([userFile('main.c', source)]);
  if (image === null) throw new Error('does not compile');
  return image;
}
