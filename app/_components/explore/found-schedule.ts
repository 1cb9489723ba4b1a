import type { Violation } from '@/lib/explorer/result';

/** An execution that exploring has found: what a stepper opens. */
export type FoundSchedule = {
  readonly title: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly schedule: string;
  /** It opens where this happens. */
  readonly violation: Violation | null;
};

const TITLE_MAX = 24;

/** An output by its first line. */
export function outputTitle(stdout: string): string {
  const line = stdout.split('\n', 1)[0] ?? '';
  if (line === '') return 'nothing';
  return line.length > TITLE_MAX ? `“${line.slice(0, TITLE_MAX)}…”` : `“${line}”`;
}
