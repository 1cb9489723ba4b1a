import type { Values } from '../drawing/expression';
import type { Asked } from '../computed/program-runs';
import { AskFailure } from '../failure';
import type { Random } from '../drawing/random';
import type { Workload } from '../workload/workload';
import { filled } from '../drawing/template';

/** What was drawn and computed for one asking of a question, whatever its kind. */
export interface Draw {
  readonly values: Values;
  readonly random: Random;
  /** The program that is shown, places filled. */
  readonly program: Asked | null;
  readonly chart: { readonly workload: Workload; readonly slots: readonly string[] } | null;
}

export function fill(text: string | undefined, { values }: Draw): string {
  return filled(text ?? '', values);
}

export function programOf({ program }: Draw): Asked {
  if (program === null) throw new AskFailure('the question needs a program');
  return program;
}

export function chartOf({ chart }: Draw): NonNullable<Draw['chart']> {
  if (chart === null) throw new AskFailure('the question needs a workload');
  return chart;
}
