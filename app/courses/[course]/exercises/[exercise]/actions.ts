'use server';

import { z } from 'zod';
import { requireActor } from '@/lib/auth/session';
import { type SaveDraftResult, saveDraft } from '@/lib/data/drafts';
import {
  getSubmission,
  getSubmissionStatus,
  type SubmissionDetail,
  type SubmissionStatus,
  submit,
  type SubmitResult,
} from '@/lib/data/submissions';

/** The names under which client components know what these actions return. */
export type DraftSaved = SaveDraftResult;
export type SubmitState = SubmitResult;
export type SubmissionState = SubmissionStatus;
export type OpenedSubmission = SubmissionDetail;

const slugSchema = z.string().min(1).max(200);
// lib/data knows the limit and explains it; this one only keeps nonsense out.
const sourceSchema = z.string().max(10_000_000);

export async function saveDraftAction(
  course: string,
  exercise: string,
  source: string,
  baseRevision: number,
): Promise<DraftSaved> {
  const actor = await requireActor();
  return saveDraft(
    actor,
    slugSchema.parse(course),
    slugSchema.parse(exercise),
    sourceSchema.parse(source),
    z.int().min(0).parse(baseRevision),
  );
}

export async function submitAction(
  course: string,
  exercise: string,
  source: string,
): Promise<SubmitState> {
  const actor = await requireActor();
  return submit(
    actor,
    slugSchema.parse(course),
    slugSchema.parse(exercise),
    sourceSchema.parse(source),
  );
}

/** For polling: small until there is a verdict. */
export async function submissionStatusAction(id: string): Promise<SubmissionState> {
  const actor = await requireActor();
  return getSubmissionStatus(actor, slugSchema.parse(id));
}

export async function openSubmissionAction(id: string): Promise<OpenedSubmission> {
  const actor = await requireActor();
  return getSubmission(actor, slugSchema.parse(id));
}
