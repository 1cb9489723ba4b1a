/**
 * Executions explored in mode `traces`, for programs whose number is published or can be counted
 * otherwise: of models, and of pthread programs on the machine. What these can end with has to be the
 * same in mode `states`.
 */
import type { ExplorationResult } from '../../lib/explorer/result';
import type { SearchOptions, SearchResult } from '../../lib/explorer/search';
import { indexer, lastzero, readers, writers } from '../../lib/explorer/testing/literature';
import type { Model } from '../../lib/explorer/testing/model';
import { ModelSystem } from '../../lib/explorer/testing/model-system';
import { searchTraces } from '../../lib/explorer/traces/trace-search';
import { ms, processorMs, row } from '../measure';
import { waysOfConditions } from './critical-sections';
import { type Explored, explored } from './explored';

const models = { writers, readers, lastzero, indexer };

interface Published {
  readonly name: keyof typeof models;
  readonly n: number;
  readonly executions: number;
  /** Too long for `--quick`. */
  readonly isLong?: boolean;
  /** Too many for mode `states`, which has one for each mixture of what threads have done. */
  readonly hasManyStates?: boolean;
}

const published: readonly Published[] = [
  { name: 'writers', n: 4, executions: 24 },
  { name: 'writers', n: 6, executions: 720 },
  { name: 'readers', n: 2, executions: 4 },
  { name: 'readers', n: 8, executions: 256 },
  { name: 'readers', n: 13, executions: 8192, isLong: true, hasManyStates: true },
  { name: 'lastzero', n: 5, executions: 64 },
  { name: 'lastzero', n: 10, executions: 3328, isLong: true },
  { name: 'indexer', n: 12, executions: 8 },
  { name: 'indexer', n: 15, executions: 4096, isLong: true },
  { name: 'lastzero', n: 15, executions: 147_456, isLong: true, hasManyStates: true },
];

export function benchPublishedCounts(quick: boolean): void {
  console.log('\nexecutions explored in mode traces, of those published; processor time');
  for (const { name, n, executions, isLong, hasManyStates } of published) {
    if (quick && isLong === true) continue;
    tell(`${name}(${n}), model`, executions, modelled(models[name](n)));
    const program = explored(name, { N: n }, 'traces');
    tell(`${name}(${n}), program`, executions, program);
    if (hasManyStates !== true && !(quick && executions > 24))
      tellEnds(program.result, explored(name, { N: n }, 'states'));
  }
  for (const { threads, items } of conditions) {
    if (quick && items > 1) continue;
    const ways = waysOfConditions({ threads, items, size: 2 });
    tell(
      `mutex and conditions, ${threads} x ${threads} x ${items}`,
      ways,
      explored('conditions', { K: threads, N: items }, 'traces'),
    );
  }
}

const conditions = [
  { threads: 1, items: 2 },
  { threads: 2, items: 1 },
  { threads: 2, items: 2 },
] as const;

interface Counted {
  readonly result: Pick<ExplorationResult, 'complete' | 'schedules' | 'blocked'>;
  readonly timeMs: number;
}

function tell(what: string, executions: number, { result, timeMs }: Counted): void {
  const { schedules, blocked, complete } = result;
  row(
    what,
    `${schedules} of ${executions}`.padStart(18),
    `${blocked} in vain`,
    ms(timeMs),
    `${perSecond(schedules, timeMs)} executions a second`,
    complete && schedules === executions ? '' : 'NOT AS PUBLISHED',
  );
}

function tellEnds(traces: ExplorationResult, { result: states, timeMs }: Explored): void {
  const same = states.complete && haveSameEnds(traces, states);
  row(
    '  mode states',
    `${states.outputs.length} ends`.padStart(18),
    `${states.states} states`,
    ms(timeMs),
    same ? '' : `NOT THE ${traces.outputs.length} ENDS OF MODE TRACES`,
  );
}

/** These programs put out all that they have come to: what can come out is what they can end with. */
export function haveSameEnds(
  a: Pick<ExplorationResult, 'outputs'>,
  b: Pick<ExplorationResult, 'outputs'>,
): boolean {
  const ends = ({ outputs }: Pick<ExplorationResult, 'outputs'>): string =>
    JSON.stringify(outputs.map(({ stdout, status }) => [stdout, status]).sort());
  return ends(a) === ends(b);
}

export function perSecond(count: number, timeMs: number): string {
  return ((count / timeMs) * 1000).toFixed(0);
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
  const timeMs = processorMs(() => {
    results.push(searchTraces(new ModelSystem(model), options));
  });
  const [result] = results;
  if (result === undefined) throw new Error('a model was not explored');
  return { result, timeMs };
}
