import type { ProgramFile } from './program-file';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { Violation } from '@/lib/explorer/result';
import type { ScheduleSpec } from '@/lib/grading/schedule-spec';
import type { SourcePosition, TraceEvent } from '@/lib/kernel/events';
import type { CodeLines } from '@/lib/kernel/inspection/code-lines';
import type { InspectionPart, Inspections } from '@/lib/kernel/inspection/inspections';
import type { MachineView } from '@/lib/kernel/inspection/machine-view';
import type { WatchValue } from '@/lib/kernel/inspection/watch';
import type { Pid } from '@/lib/kernel/pid';
import type { RecordingState } from '@/lib/trace/recording/recording';
import type { Direction } from '@/lib/trace/recording/event-steps';
import type { Target } from '@/lib/trace/recording/stepping';
import type { Timeline } from '@/lib/trace/timeline/timeline';

/** A run that can be made again: what is opened in the stepper. */
export type RecordedProgram = {
  readonly source: string;
  readonly fileName: string;
  /** Compiled and linked with it. */
  readonly more?: readonly ProgramFile[];
  /** Files that they may include. */
  readonly headers?: readonly ProgramFile[];
  readonly args: readonly string[];
  /** Its whole input, or what was typed and when. */
  readonly input: string | readonly TypedInput[];
  /** A policy, or the text of a recorded schedule; null: as Run does it. */
  readonly schedule: ScheduleSpec | string | null;
  readonly terminal: boolean;
  /** One, if nothing is said. */
  readonly processors?: number;
  /** What goes wrong in it, as the explorer has found it. */
  readonly violation: Violation | null;
};

export type TypedInput = {
  readonly step: number;
  /** null: end of file. */
  readonly text: string | null;
};

/** `id` comes back with the answer; the answer to an older question is out of date. */
export type RecordingRequest =
  | { readonly kind: 'open'; readonly program: RecordedProgram }
  | { readonly kind: 'show'; readonly asked: Asked }
  | { readonly kind: 'go'; readonly id: number; readonly step: number }
  | {
      readonly kind: 'find';
      readonly id: number;
      readonly from: number;
      readonly target: Target;
      readonly direction: Direction;
    }
  /** Gives up what it is looking for, or ends the recording where it is. */
  | { readonly kind: 'cancel' };

/** What moments have to tell from now on, besides what they always do. */
export type Asked = {
  readonly parts: readonly InspectionPart[];
  /** Whose memory, where that is asked for; empty: of whoever runs. */
  readonly memoryOf: readonly Pid[];
  /** Expressions whose values are wanted. */
  readonly watches: readonly string[];
  /** Where this thread stands; null: where the one stands that runs. */
  readonly thread: Pid | null;
};

export type RecordingAnswer =
  | { readonly kind: 'not-compiled'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'recording'; readonly steps: number }
  /** Of the whole run, in order, some at a time, before it is opened. */
  | { readonly kind: 'events'; readonly events: readonly TraceEvent[] }
  | { readonly kind: 'opened'; readonly recording: OpenedRecording }
  | { readonly kind: 'moment'; readonly id: number; readonly moment: Moment }
  /** There is no such moment in this direction, or the search was cancelled. */
  | { readonly kind: 'nothing'; readonly id: number }
  | { readonly kind: 'broken'; readonly message: string };

export type OpenedRecording = {
  readonly timeline: Timeline;
  readonly start: number;
  readonly end: number;
  readonly state: RecordingState;
  /** Why the schedule could not be followed to its end. */
  readonly mismatch: string | null;
  /** The steps that explain a counterexample, a sentence each; none for other runs. */
  readonly story: readonly string[];
  /** Of each file, the lines that have instructions, in order: where a breakpoint can be. */
  readonly codeLines: readonly CodeLines[];
};

export type Moment = {
  readonly view: MachineView;
  /** Of the parts that were asked for before it. */
  readonly inspections: Inspections;
  /** One for each watched expression. */
  readonly watches: readonly WatchValue[];
  /** Where the thread that runs next stands. */
  readonly at: SourcePosition | null;
};
