/** A C program of `bench/programs/explorer`, explored; processor time. */
import { explore } from '../../lib/explorer/explore';
import type { ExplorationResult, SearchMode } from '../../lib/explorer/result';
import { defaultBudgets } from '../../lib/kernel/budgets';
import { userlandExecutables } from '../../lib/userland/executables';
import { processorMs } from '../measure';
import type { Definitions } from '../native';
import { compiled } from '../simulated';

export interface Explored {
  readonly result: ExplorationResult;
  readonly timeMs: number;
}

export function explored(name: string, definitions: Definitions, mode: SearchMode): Explored {
  const image = compiled(`explorer/${name}.c`, definitions);
  const program = { image, argv: [`./${name}`], env: [], input: new Uint8Array(0) };
  const machine = {
    executables: userlandExecutables(),
    budgets: defaultBudgets,
    terminal: false,
    orphans: 'init',
  } as const;
  const results: ExplorationResult[] = [];
  const timeMs = processorMs(() => {
    results.push(explore({ program, machine, mode }));
  });
  const [result] = results;
  if (result === undefined) throw new Error(`${name} was not explored`);
  return { result, timeMs };
}
