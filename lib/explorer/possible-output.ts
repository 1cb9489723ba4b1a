/** Whether a program can print just this, how, or why it can't: told from all outputs possible. */
import type { ExplorationResult, Output } from './result';

export type OutputAnswer =
  | { readonly kind: 'possible'; readonly schedule: string }
  | {
      /** unknown: it was not found, but not all was explored. */
      readonly kind: 'impossible' | 'unknown';
      /** The longest beginning that was printed: it ends after `lines` whole lines, in line `lines + 1`. */
      readonly prefix: string;
      readonly lines: number;
      /** An execution that agrees so far. */
      readonly nearest: Output | null;
    };

export function canPrint(
  { complete, outputs }: Pick<ExplorationResult, 'complete' | 'outputs'>,
  wanted: string,
): OutputAnswer {
  let nearest: Output | null = null;
  let length = -1;
  for (const output of outputs) {
    if (output.stdout === wanted) return { kind: 'possible', schedule: output.schedule };
    const common = commonPrefix(output.stdout, wanted);
    if (common <= length) continue;
    length = common;
    nearest = output;
  }
  const prefix = wanted.slice(0, Math.max(0, length));
  const kind = complete ? 'impossible' : 'unknown';
  return { kind, prefix, lines: prefix.split('\n').length - 1, nearest };
}

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let k = 0; k < end; k++) if (a[k] !== b[k]) return k;
  return end;
}
