import type { Actor } from '../auth/actor';
import type { Verdict } from '../grading/verdict';
import type { SourceProblem } from './limits';

export type SubmissionStatus =
  | { readonly kind: 'queued' }
  | { readonly kind: 'grading'; readonly startedAt: Date }
  | { readonly kind: 'graded'; readonly gradedAt: Date; readonly points: number; readonly pointsMax: number }
  /** Our failure, not the student's; `message` is fit for students. */
  | { readonly kind: 'failed'; readonly failedAt: Date; readonly message: string };

export type SubmissionSummary = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly status: SubmissionStatus;
};

export type SubmissionDetail = SubmissionSummary & {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly exerciseSlug: string;
  readonly exerciseTitle: string;
  readonly student: { readonly userId: string; readonly name: string; readonly email: string };
  readonly isMine: boolean;
  readonly source: string;
  /** False when the exercise was published anew since: the verdict speaks of the version of that day. */
  readonly isCurrentVersion: boolean;
  /** Of hidden checks it says only whether they passed, and the explanation meant for students. */
  readonly verdict: Verdict | null;
};

export type SubmitResult =
  | { readonly kind: 'accepted'; readonly submissionId: string; readonly receivedAt: Date }
  /** Nothing was recorded, no attempt is counted. */
  | { readonly kind: 'refused'; readonly problem: SourceProblem }
  | { readonly kind: 'too-many-waiting'; readonly waiting: number };

declare function submitT(a: Actor, courseSlug: string, exerciseSlug: string, source: string): Promise<SubmitResult>;
declare function listT(a: Actor, courseSlug: string, exerciseSlug: string): Promise<readonly SubmissionSummary[]>;
declare function listOfT(
  instructor: Actor,
  courseSlug: string,
  exerciseSlug: string,
  studentId: string,
): Promise<readonly SubmissionSummary[]>;
declare function getT(a: Actor, submissionId: string): Promise<SubmissionDetail>;
declare function statusT(a: Actor, submissionId: string): Promise<SubmissionStatus>;

export const submit: typeof submitT = async () => Promise.reject(new Error('to come'));
/** The acting user's own, newest first. */
export const listSubmissions: typeof listT = async () => Promise.reject(new Error('to come'));
/** For instructors: one student's, newest first. */
export const listSubmissionsOf: typeof listOfT = async () => Promise.reject(new Error('to come'));
/** The student's own, or, for instructors of the course, anyone's. */
export const getSubmission: typeof getT = async () => Promise.reject(new Error('to come'));
/** For polling: one row by primary key. */
export const getSubmissionStatus: typeof statusT = async () => Promise.reject(new Error('to come'));
