import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { ExplorationResult, Bounds } from '@/lib/explorer/result';

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
  | { readonly kind: 'explored'; readonly result: ExplorationResult }
  | { readonly kind: 'broken'; readonly message: string };

export type ExploringProgress = {
  readonly schedules: number;
  readonly outputs: number;
};
