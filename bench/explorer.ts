/**
 * Exploring: the number of executions of programs whose number is published, and the same bounded buffer
 * as a C program and as a model of SPIN's. Processor time.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { explore } from '../lib/explorer/explore';
import type { ExplorationResult, SearchMode } from '../lib/explorer/result';
import type { SearchOptions, SearchResult } from '../lib/explorer/search';
import { indexer, lastzero, readers, writers } from '../lib/explorer/testing/literature';
import type { Model } from '../lib/explorer/testing/model';
import { ModelSystem } from '../lib/explorer/testing/model-system';
import { searchTraces } from '../lib/explorer/traces/trace-search';
import { defaultBudgets } from '../lib/kernel/budgets';
import { userlandExecutables } from '../lib/userland/executables';
import { ms, processorMs, row } from './measure';
import type { Definitions } from './native';
import { compiled } from './simulated';

const models = { writers, readers, lastzero, indexer };

interface Published {
  readonly name: keyof typeof models;
  readonly n: number;
  readonly executions: number;
  /** Too long for `--quick`; `model`: as a program too long for any bench. */
  readonly isLong?: boolean | 'model';
}

const published: readonly Published[] = [
  { name: 'writers', n: 4, executions: 24 },
  { name: 'writers', n: 6, executions: 720 },
  { name: 'readers', n: 2, executions: 4 },
  { name: 'readers', n: 8, executions: 256 },
  { name: 'readers', n: 13, executions: 8192, isLong: true },
  { name: 'lastzero', n: 5, executions: 64 },
  { name: 'lastzero', n: 10, executions: 3328, isLong: true },
  { name: 'lastzero', n: 15, executions: 147_456, isLong: 'model' },
  { name: 'indexer', n: 12, executions: 8 },
  { name: 'indexer', n: 15, executions: 4096, isLong: true },
];

export function benchExplorer(quick: boolean): void {
  console.log('\nExecutions explored in mode traces; published; processor time');
  for (const { name, n, executions, isLong } of published) {
    if (quick && isLong !== undefined) continue;
    tell(`${name}(${n}), model`, executions, modelled(models[name](n)));
    if (isLong !== 'model')
      tell(`${name}(${n}), program`, executions, explored(name, { N: n }, 'traces'));
  }
  console.log('\nA bounded buffer: states, transitions, executions; processor time');
  for (const K of quick ? [1, 2] : [1, 2, 3]) benchBuffer({ K, N: K });
}

interface Counted {
  readonly result: Pick<ExplorationResult, 'complete' | 'schedules' | 'blocked'>;
  readonly time: number;
}

function tell(what: string, executions: number, { result, time }: Counted): void {
  const { schedules, blocked, complete } = result;
  row(
    what,
    `${schedules} of ${executions}`.padStart(18),
    `${blocked} in vain`,
    ms(time),
    complete && schedules === executions ? '' : 'NOT AS PUBLISHED',
  );
}

function modelled(model: Model): Counted {
  const options: SearchOptions<ModelSystem> = {
    bounds: {},
    observers: [],
    ended: () => undefined,
    violated: () => 'continue',
    keepGoing: () => true,
  };
  const results: SearchResult[] = [];
  const time = processorMs(() => {
    results.push(searchTraces(new ModelSystem(model), options));
  });
  const [result] = results;
  if (result === undefined) throw new Error('a model was not explored');
  return { result, time };
}

function benchBuffer(definitions: Definitions): void {
  const size = Object.values(definitions).join(' x ');
  const { result, time } = explored('buffer', definitions, 'states');
  row(
    `${size}, states`,
    `${result.states}`.padStart(10),
    `${result.transitions}`.padStart(10),
    ms(time),
    `${((result.transitions / time) * 1000).toFixed(0)} transitions a second`,
  );
  const spin = spinStates(definitions);
  if (spin === undefined) console.log('  no spin on this machine: nothing to compare with');
  else row(`${size}, spin`, `${spin.states}`.padStart(10), ''.padStart(10), ms(spin.time));
}

function explored(
  name: string,
  definitions: Definitions,
  mode: SearchMode,
): { readonly result: ExplorationResult; readonly time: number } {
  const image = compiled(`explorer/${name}.c`, definitions);
  const program = { image, argv: [`./${name}`], env: [], input: new Uint8Array(0) };
  const machine = {
    executables: userlandExecutables(),
    budgets: defaultBudgets,
    terminal: false,
    orphans: 'init',
  } as const;
  const results: ExplorationResult[] = [];
  const time = processorMs(() => {
    results.push(explore({ program, machine, mode }));
  });
  const [result] = results;
  if (result === undefined) throw new Error(`${name} was not explored`);
  return { result, time };
}

/** The verifier that spin makes of the model, run alone: wall-clock time, without making it. */
function spinStates(
  definitions: Definitions,
): { readonly states: number; readonly time: number } | undefined {
  if (spawnSync('spin', ['-V'], { stdio: 'ignore' }).status !== 0) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-spin-'));
  try {
    const defines = Object.entries(definitions).map(([key, value]) => `-D${key}=${value}`);
    const model = path.resolve('bench/programs/explorer/buffer.pml');
    const run = (command: string, args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(command, args, {
        cwd: folder,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
      return stdout;
    };
    run('spin', [...defines, '-a', model]);
    run('gcc', ['-O2', '-DSAFETY', '-o', 'pan', 'pan.c']);
    const start = performance.now();
    const report = run('./pan', ['-m100000']);
    const time = performance.now() - start;
    const [, states] = /(\d+) states, stored/.exec(report) ?? [];
    return { states: Number(states), time };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
