/** What a small, well-behaved program of an author prints: answers of predict-output questions. */
import { compile } from '../compiler/compile';
import { renderDiagnostic, userFile } from '../compiler/diagnostics';
import type { ScheduleSpec } from './schedule-spec';
import { runToEnd } from './run';

export interface OutputQuestion {
  readonly program: string;
  readonly stdin: string;
  readonly schedule: ScheduleSpec;
}

export type ProgramOutput =
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string };

const known = new WeakMap<OutputQuestion, ProgramOutput>();

/** Computed once for a question that is kept: a quiz is scored many times. */
export function programOutput(question: OutputQuestion): ProgramOutput {
  const before = known.get(question);
  if (before !== undefined) return before;
  const output = computeOutput(question);
  known.set(question, output);
  return output;
}

function computeOutput({ program, stdin, schedule }: OutputQuestion): ProgramOutput {
  const { diagnostics, image } = compile([userFile('program.c', program)]);
  if (image === null) {
    const first = diagnostics.find(({ severity }) => severity === 'error');
    return {
      kind: 'failed',
      reason: `the program does not compile: ${first === undefined ? '' : renderDiagnostic(first)}`,
    };
  }
  const { report } = runToEnd(image, { stdin, schedule });
  return report.outcome.kind === 'finished'
    ? { kind: 'output', text: report.stdout }
    : { kind: 'failed', reason: `the program does not end by itself (${report.outcome.kind})` };
}
