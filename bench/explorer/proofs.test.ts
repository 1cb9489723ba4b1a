import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../lib/grading/verdict';
import { exploredExercises, mustBeProved } from './proofs';

function check(claim: CheckResult['claim']): CheckResult {
  return {
    id: 'c',
    kind: 'no-deadlock',
    title: 'T',
    visible: true,
    pointsMax: 1,
    points: 1,
    status: 'passed',
    explanation: '',
    line: null,
    evidence: null,
    ...(claim === undefined ? {} : { claim }),
  };
}

describe('the exercises whose proofs are measured', () => {
  it('are those that are explored', () => {
    const names = exploredExercises('exercises').map(({ slug }) => slug);
    expect(names).toContain('lost-update');
    expect(names).not.toContain('fork-tree');
  });
});

describe('a proof', () => {
  it('is all points, and everything explored', () => {
    const proved = { points: 2, pointsMax: 2, checks: [check('proved'), check(undefined)] };
    expect(() => {
      mustBeProved('x', proved);
    }).not.toThrow();
    expect(() => {
      mustBeProved('x', { ...proved, points: 1 });
    }).toThrow('1 of 2');
    expect(() => {
      mustBeProved('x', { ...proved, checks: [check('within-bounds')] });
    }).toThrow('within-bounds');
  });
});
