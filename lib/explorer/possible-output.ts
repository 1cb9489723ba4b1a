/** Whether a program can print just this, how, or why it can't: told from all outputs possible. */
import type { ExplorationResult, Output } from './result';

export type OutputAnswer =
  | { readonly kind: 'possible'; readonly schedule: string }
  /** The longest beginning that can be printed ends after `lines` whole lines, in line `lines + 1`. */
  | {
      readonly kind: 'impossible';
      readonly prefix: string;
      readonly lines: number;
      /** An execution that agrees so far. */
      readonly nearest: Output | null;
    }
  /** It was not found, but not all was explored. */
  | { readonly kind: 'unknown'; readonly prefix: string };

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
  if (!complete) return { kind: 'unknown', prefix };
  return { kind: 'impossible', prefix, lines: prefix.split('\n').length - 1, nearest };
}

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let k = 0; k < end; k++) if (a[k] !== b[k]) return k;
  return end;
}
