import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { imageOf } from '../../kernel/testing/c-program';
import { explore } from '../explore';
import type { ExplorationResult, SearchMode } from '../result';
import { exploredMachine } from '../testing/c-program';

function explored(name: string, n: number, mode: SearchMode): ExplorationResult {
  const source = readFileSync(`bench/programs/explorer/${name}.c`, 'utf8');
  const image = imageOf(`${name}.c`, `#define N ${n}\n${source}`);
  const program = { image, argv: [`./${name}`], env: [], input: new Uint8Array(0) };
  return explore({ program, machine: exploredMachine, mode });
}

function outputsOf({ outputs }: ExplorationResult): readonly string[] {
  return outputs.map(({ stdout }) => stdout).sort();
}

describe('a search of traces of programs with threads', () => {
  it.each([
    ['writers', 3, 6],
    ['writers', 4, 24],
    ['readers', 2, 4],
    ['readers', 5, 32],
    ['lastzero', 3, 12],
    ['lastzero', 4, 28],
    ['indexer', 12, 8],
  ])('explores as many executions of %s(%i) as is published', (name, n, count) => {
    expect(explored(name, n, 'traces')).toMatchObject({
      verdict: 'proved',
      complete: true,
      schedules: count,
      blocked: 0,
    });
  });

  it.each([
    ['writers', 4, 4],
    ['readers', 3, 8],
    ['lastzero', 3, 12],
  ])('finds the outputs of %s(%i) that a search of states finds', (name, n, count) => {
    const outputs = outputsOf(explored(name, n, 'traces'));
    expect(outputs).toEqual(outputsOf(explored(name, n, 'states')));
    expect(outputs).toHaveLength(count);
  });
});
