import { describe, expect, it } from 'vitest';
import type { Output } from '../../lib/explorer/result';
import { explored } from './explored';
import { haveSameEnds } from './published-counts';

function end(stdout: string, code: number): Output {
  return { stdout, status: { kind: 'exited', code }, count: 1, schedule: '' };
}

describe('what a program can end with', () => {
  it('is the same in both modes, in whatever order and however often it was found', () => {
    const traces = explored('writers', { N: 3 }, 'traces').result;
    const states = explored('writers', { N: 3 }, 'states').result;
    expect(traces.outputs).toHaveLength(3);
    expect(haveSameEnds(traces, states)).toBe(true);
    expect(
      haveSameEnds(
        { outputs: [end('1', 0), end('2', 0)] },
        { outputs: [end('2', 0), end('1', 0)] },
      ),
    ).toBe(true);
  });

  it('differs by one that is missing, and by a status', () => {
    const both = { outputs: [end('1', 0), end('2', 0)] };
    expect(haveSameEnds(both, { outputs: [end('1', 0)] })).toBe(false);
    expect(haveSameEnds(both, { outputs: [end('1', 0), end('2', 1)] })).toBe(false);
  });
});
