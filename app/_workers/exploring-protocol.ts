import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { Bounds, ExplorationResult, FoundViolation } from '@/lib/explorer/result';

export type ExploringRequest = {
  readonly kind: 'explore';
  readonly source: string;
  readonly fileName: string;
  readonly args: readonly string[];
  readonly stdin: string;
  readonly bounds: Bounds;
};

export type ExploringAnswer =
  | { readonly kind: 'not-compiled'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'exploring'; readonly progress: ExploringProgress }
  | { readonly kind: 'explored'; readonly result: ExploredResult }
  | { readonly kind: 'broken'; readonly message: string };

/** Each violation by its cheapest counterexample, told in the program's lines. */
export type ExploredResult = Omit<ExplorationResult, 'violations'> & {
  readonly violations: readonly ToldViolation[];
};

export type ToldViolation = FoundViolation & { readonly sentences: readonly string[] };

/** What is done and found so far: it stays when the exploration is cancelled. */
export type ExploringProgress = Pick<
  ExplorationResult,
  'schedules' | 'states' | 'transitions' | 'outputs' | 'violations'
>;
