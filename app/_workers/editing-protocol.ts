import type { Completions } from '@/lib/compiler/assist/complete';
import type { Explanation, Signature } from '@/lib/compiler/assist/explain';
import type { Diagnostic } from '@/lib/compiler/diagnostics';
import type { ProgramFile } from './program-file';

/** The program as it is in the editor. */
export type EditedProgram = {
  readonly source: string;
  /** Files that it may include. */
  readonly others: readonly ProgramFile[];
};

/** What is asked while a program is typed; `id` comes back with the answer. */
export type EditingRequest = EditedProgram & { readonly id: number } & (
    | { readonly kind: 'diagnose' }
    | { readonly kind: 'complete' | 'explain' | 'sign'; readonly offset: number }
  );

export type EditingAnswer = { readonly id: number } & (
  | { readonly kind: 'diagnosed'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'completed'; readonly completions: Completions | null }
  | { readonly kind: 'explained'; readonly explanation: Explanation | null }
  | { readonly kind: 'signed'; readonly signature: Signature | null }
  /** A fault of ours. */
  | { readonly kind: 'broken'; readonly message: string }
);
