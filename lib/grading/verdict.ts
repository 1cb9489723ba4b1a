/**
 * What grading a submission comes to. Plain data: stored as JSON, sent to browsers. Everything in it
 * is computed outside the simulated program: nothing that a program prints can forge a part of it.
 */
import type { Diagnostic } from '../compiler/diagnostics';
import type { CheckKind } from './exercise';
import type { ScheduleSpec } from './schedule-spec';

export interface Verdict {
  readonly version: 1;
  readonly points: number;
  readonly pointsMax: number;
  /** Errors and warnings of the compiler. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the manifest's order. */
  readonly checks: readonly CheckResult[];
  /** Instructions that all runs together executed: a deterministic measure of work. */
  readonly instructions: number;
}

export type CheckStatus =
  | 'passed'
  | 'failed'
  /** An earlier check stands in the way: the program does not compile. */
  | 'not-run';

export interface CheckResult {
  readonly id: string;
  readonly kind: CheckKind;
  readonly title: string;
  /** Hidden checks show title, status and explanation, never evidence. */
  readonly visible: boolean;
  readonly status: CheckStatus;
  readonly points: number;
  readonly pointsMax: number;
  /** One to three sentences for the student: what was found, why, what to look at. */
  readonly explanation: string;
  /** Source line that the explanation is about, in the student's file. */
  readonly line: number | null;
  /** What backs it up. null for hidden checks and for passed ones that need none. */
  readonly evidence: Evidence | null;
  /** Of checks that explore: how far the claim goes. */
  readonly claim?: 'proved' | 'within-bounds' | 'refuted';
}

export interface Evidence {
  /** The run that showed it, replayable. */
  readonly run: {
    readonly args: readonly string[];
    readonly stdin: string;
    readonly schedule: ScheduleSpec;
  } | null;
  readonly expected: string | null;
  readonly actual: string | null;
  /** Of checks that explore: how it comes about, step by step, in the student's lines. */
  readonly story?: readonly string[];
}
