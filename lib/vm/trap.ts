/**
 * Why the processor stopped, and what it found. Facts only: the kernel decides what follows
 * (signals, states) and turns a FindingFact into its own `Finding`.
 */
import type { SignalName } from '../abi/signals';

export type Trap =
  /** pc is after the SYS; the kernel reads arguments and writes the result to outgoing slot 0. */
  | { readonly kind: 'system-call'; readonly number: number }
  /** `instructionsMax` instructions were executed. */
  | { readonly kind: 'quantum' }
  /** The next instruction is a visible operation (SYS, or an access to a shared mapping). */
  | { readonly kind: 'visible' }
  /** Not fatal: execute again and it goes on after the instruction. */
  | { readonly kind: 'finding'; readonly finding: FindingFact }
  /** Fatal: pc is at the instruction that did it. */
  | { readonly kind: 'fault'; readonly finding: FindingFact & { readonly fatal: true } };

/** Where in the source. Structurally the kernel's SourcePosition. */
export interface CodePosition {
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

export type FindingFactKind =
  | 'null-pointer'
  | 'wild-pointer'
  | 'out-of-bounds'
  | 'uninitialized'
  | 'invalid-size'
  | 'overlapping-copy'
  | 'missing-return'
  | 'invalid-argument'
  | 'conversion-out-of-range'
  | 'use-after-free'
  | 'use-after-return'
  | 'read-only'
  | 'protected-memory'
  | 'past-mapped-file'
  | 'double-free'
  | 'invalid-free'
  | 'leak'
  | 'stack-overflow'
  | 'bad-call'
  | 'division-by-zero'
  | 'signed-overflow'
  | 'shift-out-of-range';

export interface FindingFact {
  readonly kind: FindingFactKind;
  /** One or two plain sentences for a beginner. */
  readonly message: string;
  readonly fatal: boolean;
  /** The signal that Linux would send; null for findings that aren't fatal. */
  readonly signal: SignalName | null;
  /** Word index of the instruction. */
  readonly pc: number;
  /** The address concerned; null for arithmetic. */
  readonly address: number | null;
  /** Innermost frame outside the C library; null in start-up code. */
  readonly at: CodePosition | null;
  /** Call stack, innermost first, library frames left out. */
  readonly stack: readonly CodePosition[];
}
