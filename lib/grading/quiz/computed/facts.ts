/** Facts of a program that authors name in `computed:`, to be used in answers, options and explanations. */
import { z } from 'zod';
import { shapeSize, type TreeShape } from '../../../trace/tree-shape';
import type { Value, Values } from '../drawing/expression';
import { filled } from '../drawing/template';
import { AskFailure } from '../failure';
import { type Asked, finishedRunOf, onlyOutputOf, outputsOf, treeOf } from './program-runs';

export const FACTS = [
  /** Processes in all, counting the first. */
  'processes',
  /** Children of the first. */
  'children',
  /** The longest line of descent, counting the first. */
  'generations',
  /** What it prints; the same in every run. */
  'output',
  /** The same as a number. */
  'number',
  /** Lines that it prints. */
  'lines',
  /** How many outputs are possible. */
  'outputs',
  /** The smallest and the greatest number that it can print. */
  'least',
  'greatest',
  /** Of the first process. */
  'exit-status',
] as const;
type Fact = (typeof FACTS)[number];

export const computedSchema = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9_]*$/),
  z.union([
    z.enum(FACTS),
    z.strictObject({
      of: z.enum(FACTS),
      /** Not shown to students, in place of the question's own. */
      program: z.string().min(1).max(20_000),
      stdin: z.string().max(10_000).default(''),
    }),
  ]),
);
export type Computed = z.output<typeof computedSchema>;

export function computedValues(
  computed: Computed,
  shown: Asked | null,
  values: Values,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(computed).map(([name, wanted]) => {
      if (typeof wanted !== 'string') {
        const { of, program, stdin } = wanted;
        return [name, factOf(of, { program: filled(program, values), stdin })];
      }
      if (shown === null)
        throw new AskFailure(`"${name}" is computed from a program: there is none`);
      return [name, factOf(wanted, shown)];
    }),
  );
}

export function factOf(fact: Fact, asked: Asked): number | string {
  switch (fact) {
    case 'processes':
      return shapeSize(treeOf(asked));
    case 'children':
      return treeOf(asked).children.length;
    case 'generations':
      return generations(treeOf(asked));
    case 'output':
      return onlyOutputOf(asked);
    case 'number':
      return numberIn(onlyOutputOf(asked));
    case 'lines':
      return onlyCount(outputsOf(asked));
    case 'outputs':
      return outputsOf(asked).length;
    case 'least':
      return Math.min(...outputsOf(asked).map(numberIn));
    case 'greatest':
      return Math.max(...outputsOf(asked).map(numberIn));
    case 'exit-status': {
      const { status } = finishedRunOf(asked).report;
      if (status?.kind !== 'exited') throw new AskFailure('the program does not exit');
      return status.code;
    }
  }
}

function generations({ children }: TreeShape): number {
  return 1 + Math.max(0, ...children.map(generations));
}

function numberIn(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new AskFailure(`what the program prints is no number: ${text.slice(0, 80)}`);
  return value;
}

function onlyCount(outputs: readonly string[]): number {
  const counts = new Set(outputs.map((text) => (text === '' ? 0 : text.split('\n').length)));
  const [count, another] = counts;
  if (count === undefined || another !== undefined)
    throw new AskFailure('the number of lines is not the same in all runs');
  return count;
}
