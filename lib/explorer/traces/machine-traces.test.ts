import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { imageOf } from '../../kernel/testing/c-program';
import { explore } from '../explore';
import { DEFAULT_KINDS, type ExplorationResult, type SearchMode } from '../result';
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

  it.each([
    'flaws/continued-before-it-stopped',
    'flaws/counter-in-a-file',
    'flaws/fifo-without-a-reader',
    'flaws/flag-before-value',
    'flaws/flag-set-without-the-lock',
    'flaws/handler-changes-what-main-changes',
    'flaws/handler-takes-the-semaphore',
    'flaws/alarm-before-read',
    'flaws/read-interrupted-by-another',
    'flaws/result-of-a-detached-thread',
    'flaws/sem-wait-interrupted',
    'flaws/signals-counted',
    'flaws/timeout-taken-for-success',
    'flaws/wait-interrupted',
    'sound/continued-before-it-stopped',
    'sound/counter-in-a-file',
    'sound/flag-set-without-the-lock',
  ])('finds in the corpus what a search of states finds: %s', (name) => {
    const image = imageOf(`${name}.c`, readFileSync(`lib/explorer/corpus/${name}.c`, 'utf8'));
    const program = { image, argv: ['./program'], env: [], input: new Uint8Array(0) };
    const found = (mode: SearchMode) => {
      const result = explore({
        program,
        machine: exploredMachine,
        mode,
        kinds: new Set([...DEFAULT_KINDS, 'abnormal-end', 'zombie', 'leftover']),
        violationsMax: Infinity,
        wants: ({ kind, message }, before) =>
          !before.some((each) => each.kind === kind && each.message === message),
      });
      const { complete, outputs, violations } = result;
      return {
        complete,
        outputs: outputs.map(({ stdout, status }) => JSON.stringify([stdout, status])).sort(),
        violations: violations.map(({ kind, message }) => `${kind}: ${message}`).sort(),
      };
    };
    const traces = found('traces');
    expect(traces).toEqual(found('states'));
    expect(traces.complete).toBe(true);
  });
});
