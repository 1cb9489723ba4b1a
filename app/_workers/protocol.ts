import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { TraceEvent } from '@/lib/kernel/events';
import type { OutputChunk } from '@/lib/kernel/terminal/console';
import type { RunReport } from '@/lib/kernel/report';
import type { Gradable } from '@/lib/grading/grade';
import type { RunOptions } from '@/lib/grading/run';
import type { ScheduleSpec } from '@/lib/grading/schedule-spec';
import type { Verdict } from '@/lib/grading/verdict';
import type { TypedInput } from './recording-protocol';

/** What the page asks for. */
export type Request =
  | {
      readonly kind: 'run';
      readonly source: string;
      readonly fileName: string;
      /** Judged when the run is over, each in runs of its own. */
      readonly checks: Gradable | null;
      readonly machine: MachineSettings;
    }
  | { readonly kind: 'input'; readonly text: string }
  /** End of file on standard input. */
  | { readonly kind: 'close-input' };

/** What a run depends on besides the program; as `RunOptions` says. */
export type MachineSettings = Pick<RunOptions, 'admittedMax' | 'costs'> & {
  readonly schedule?: ScheduleSpec;
};

export type Answer =
  /** The run ends here when there is an error among them. */
  | {
      readonly kind: 'compiled';
      readonly diagnostics: readonly Diagnostic[];
      readonly isRunnable: boolean;
    }
  | {
      readonly kind: 'progress';
      readonly output: readonly OutputText[];
      /** Those that the figure of processes reads. */
      readonly events: readonly TraceEvent[];
      readonly isWaitingForInput: boolean;
    }
  | {
      readonly kind: 'finished';
      readonly report: RunSummary;
      /** What was typed, and when: with it the run can be made again. */
      readonly inputs: readonly TypedInput[];
    }
  | { readonly kind: 'checked'; readonly verdict: Verdict }
  /** A fault of ours. */
  | { readonly kind: 'broken'; readonly message: string };

export type OutputText = { readonly stream: OutputChunk['stream']; readonly text: string };

/** Its stdout and stderr are empty: they were sent already. */
export type RunSummary = RunReport;
