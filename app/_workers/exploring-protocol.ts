import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { ExplorationResult } from '@/lib/explorer/result';
import type { RunExploration } from '@/lib/grading/exploration/explore-exercise';
import type { Gradable } from '@/lib/grading/grade';
import type { ProgramFile } from './program-file';

export type ExploringRequest = {
  readonly kind: 'explore';
  readonly source: string;
  readonly fileName: string;
  /** Compiled and linked with it. */
  readonly more?: readonly ProgramFile[];
  /** Files that they may include. */
  readonly headers?: readonly ProgramFile[];
  /** Those that the student may know; their runs are explored one after the other. */
  readonly checks: Gradable;
  /** So many times the budget of steps of grading. */
  readonly effort: number;
};

export type ExploringAnswer =
  | { readonly kind: 'not-compiled'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'exploring'; readonly progress: ExploringProgress }
  /** One run is explored; others may follow. */
  | { readonly kind: 'run-explored'; readonly explored: RunExploration }
  | { readonly kind: 'explored' }
  | { readonly kind: 'broken'; readonly message: string };

/** What is done and found in the present run: it stays when the exploration is cancelled. */
export type ExploringProgress = Pick<
  ExplorationResult,
  'schedules' | 'states' | 'transitions' | 'outputs' | 'violations'
> & {
  readonly run: string;
  readonly args: readonly string[];
  readonly stdin: string;
  /** Of how many, this one included. */
  readonly runs: number;
};
