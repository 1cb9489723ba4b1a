/**
 * A check judges all runs of one `runs:` entry; the first run that fails it is the evidence. Checks
 * read reports and events, which the machine makes: a program's output can't forge them.
 */
import type { ProgramImage } from '../../abi/image';
import type { TraceEvent } from '../../kernel/events';
import type { RunReport } from '../../kernel/report';
import type { ScheduleSpec } from '../schedule-spec';

/** The student's source file, as diagnostics and positions name it. */
export const STUDENT_FILE = 'main.c';

export interface FinishedCheckRun {
  readonly image: ProgramImage;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly schedule: ScheduleSpec;
  readonly report: RunReport;
  readonly events: readonly TraceEvent[];
}

export type CheckOutcome = { readonly kind: 'passed' } | CheckFailure;

export interface CheckFailure {
  readonly kind: 'failed';
  /** Fit for a hidden check: says what is wrong, not what was expected. */
  readonly summary: string;
  /** For visible checks, after the summary. */
  readonly detail?: string | null;
  readonly line?: number | null;
  readonly expected?: string;
  readonly actual?: string;
}

export const passed: CheckOutcome = { kind: 'passed' };

export function failed(
  summary: string,
  more: Omit<CheckFailure, 'kind' | 'summary'> = {},
): CheckFailure {
  return { kind: 'failed', summary, ...more };
}

/** Judges one run. */
export type JudgeRun<C> = (check: C, run: FinishedCheckRun) => CheckOutcome;
