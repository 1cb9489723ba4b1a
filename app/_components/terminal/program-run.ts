import type { Answer, RunSummary } from '@/app/_workers/protocol';
import type { TypedInput } from '@/app/_workers/recording-protocol';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { Verdict } from '@/lib/grading/verdict';
import type { TraceEvent } from '@/lib/kernel/events';

/** One run of a program in the browser, as the page sees it. */
export type ProgramRun = {
  readonly phase:
    | 'idle'
    | 'compiling'
    | 'running'
    | 'waiting-for-input'
    | 'finished'
    | 'not-compiled'
    | 'stopped'
    | 'broken';
  readonly transcript: readonly TranscriptPart[];
  /** Characters that were left out at the start of the transcript. */
  readonly omitted: number;
  readonly events: readonly TraceEvent[];
  readonly diagnostics: readonly Diagnostic[];
  readonly report: RunSummary | null;
  /** What was typed and when, once it has finished. */
  readonly inputs: readonly TypedInput[];
  readonly isInputClosed: boolean;
  /** Of the visible checks, after a run that had any. */
  readonly verdict: Verdict | null;
};

export type TranscriptPart = {
  readonly from: 'stdout' | 'stderr' | 'input' | 'end-of-input';
  readonly text: string;
};

export type RunChange =
  | Answer
  | { readonly kind: 'started' }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'input-closed' }
  | { readonly kind: 'stopped' };

export const NO_RUN: ProgramRun = {
  phase: 'idle',
  transcript: [],
  omitted: 0,
  events: [],
  diagnostics: [],
  report: null,
  inputs: [],
  isInputClosed: false,
  verdict: null,
};

export function isActive({ phase }: ProgramRun): boolean {
  return phase === 'compiling' || phase === 'running' || phase === 'waiting-for-input';
}

export function changeRun(run: ProgramRun, change: RunChange): ProgramRun {
  switch (change.kind) {
    case 'started':
      return { ...NO_RUN, phase: 'compiling' };
    case 'compiled':
      return {
        ...run,
        diagnostics: change.diagnostics,
        phase: change.isRunnable ? 'running' : 'not-compiled',
      };
    case 'progress':
      return {
        ...append(
          run,
          change.output.map(({ stream, text }) => ({ from: stream, text })),
        ),
        events: change.events.length === 0 ? run.events : [...run.events, ...change.events],
        phase: change.isWaitingForInput ? 'waiting-for-input' : 'running',
      };
    case 'finished':
      return { ...run, phase: 'finished', report: change.report, inputs: change.inputs };
    case 'checked':
      return { ...run, verdict: change.verdict };
    case 'broken':
      return { ...append(run, [{ from: 'stderr', text: change.message }]), phase: 'broken' };
    case 'typed':
      return append(run, [{ from: 'input', text: change.text }]);
    case 'input-closed':
      return { ...append(run, [{ from: 'end-of-input', text: '' }]), isInputClosed: true };
    case 'stopped':
      return isActive(run) ? { ...run, phase: 'stopped' } : run;
  }
}

/** As much as anyone would scroll through; a browser is slow with more. */
const TRANSCRIPT_CHARACTERS_MAX = 100_000;

function append(run: ProgramRun, parts: readonly TranscriptPart[]): ProgramRun {
  const transcript = [...run.transcript];
  for (const part of parts) {
    const last = transcript.at(-1);
    if (part.text === '' && part.from !== 'end-of-input') continue;
    if (last?.from === part.from) {
      transcript[transcript.length - 1] = { from: part.from, text: last.text + part.text };
    } else {
      transcript.push(part);
    }
  }
  let excess =
    transcript.reduce((sum, { text }) => sum + text.length, 0) - TRANSCRIPT_CHARACTERS_MAX;
  let omitted = run.omitted;
  while (excess > 0) {
    const first = transcript.shift();
    if (first === undefined) break;
    const cut = Math.min(excess, first.text.length);
    omitted += cut;
    excess -= cut;
    if (cut < first.text.length)
      transcript.unshift({ from: first.from, text: first.text.slice(cut) });
  }
  return { ...run, transcript, omitted };
}
