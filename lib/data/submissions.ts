import type { Actor } from '../auth/actor';
import { database, type Db } from '../db';
import { notFound } from '../errors';
import type { FailureKind } from '../generated/prisma/client';
import type { Verdict } from '../grading/verdict';
import {
  requireEnrolled,
  requireInstructor,
  requireMembership,
  requirePublishedItem,
  requireUuid,
} from './access';
import { enqueueGrading, openGradingQueue } from './grading-queue';
import { type SourceProblem, sourceProblem } from './limits';
import { verdictForStudent } from './verdicts';

export type SubmissionStatus =
  | { readonly kind: 'queued' }
  | { readonly kind: 'grading'; readonly startedAt: Date }
  | {
      readonly kind: 'graded';
      readonly gradedAt: Date;
      readonly points: number;
      readonly pointsMax: number;
    }
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
  /** For instructors, when grading failed: what was seen. Null for students. */
  readonly failureDetail: string | null;
};

export type SubmitResult =
  | { readonly kind: 'accepted'; readonly submissionId: string; readonly receivedAt: Date }
  /** Nothing was recorded, no attempt is counted. */
  | { readonly kind: 'refused'; readonly problem: SourceProblem }
  | { readonly kind: 'too-many-waiting'; readonly waitingMax: number };

/** Of one student's submissions, over all courses, that many may wait for their verdict at once. */
const WAITING_MAX = 5;

/**
 * Receives a submission: the receipt time is the database's, and the job that grades it is enqueued in the same
 * transaction. Either both are there afterwards or neither is.
 */
export async function submit(
  actor: Actor,
  courseSlug: string,
  exerciseSlug: string,
  source: string,
): Promise<SubmitResult> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const item = await requirePublishedItem(db, membership, 'EXERCISE', exerciseSlug);
  const problem = sourceProblem(source);
  if (problem !== null) return { kind: 'refused', problem };
  await openGradingQueue();

  return db.$transaction(async (tx) => {
    // One at a time for each student: two clicks at once must not pass the count together.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`submit ${actor.userId}`}, 0))`;
    const waiting = await tx.submission.count({
      where: { userId: actor.userId, gradedAt: null, failedAt: null },
    });
    if (waiting >= WAITING_MAX) return { kind: 'too-many-waiting', waitingMax: WAITING_MAX };

    const submission = await tx.submission.create({
      data: { userId: actor.userId, itemId: item.itemId, versionId: item.versionId, source },
      select: { id: true, receivedAt: true },
    });
    await enqueueGrading(tx, { submissionId: submission.id }, actor.userId);
    return { kind: 'accepted', submissionId: submission.id, receivedAt: submission.receivedAt };
  }, TRANSACTION);
}

/** The acting user's own, newest first. */
export async function listSubmissions(
  actor: Actor,
  courseSlug: string,
  exerciseSlug: string,
): Promise<readonly SubmissionSummary[]> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'EXERCISE', exerciseSlug);
  return findSummaries(db, actor.userId, itemId);
}

/** For instructors: one student's, newest first. */
export async function listSubmissionsOf(
  instructor: Actor,
  courseSlug: string,
  exerciseSlug: string,
  studentId: string,
): Promise<readonly SubmissionSummary[]> {
  const db = database();
  const membership = await requireInstructor(db, instructor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'EXERCISE', exerciseSlug);
  const student = await requireEnrolled(db, membership, studentId);
  return findSummaries(db, student.userId, itemId);
}

/** The student's own, or, for instructors of the course, anyone's. */
export async function getSubmission(actor: Actor, submissionId: string): Promise<SubmissionDetail> {
  const row = await database().submission.findFirst({
    where: visibleTo(actor, submissionId),
    select: {
      ...selectStatus,
      source: true,
      verdict: true,
      versionId: true,
      failureDetail: true,
      user: { select: { id: true, name: true, email: true } },
      item: {
        select: {
          slug: true,
          title: true,
          currentVersionId: true,
          course: {
            select: {
              slug: true,
              title: true,
              enrollments: {
                where: { userId: actor.userId, role: 'INSTRUCTOR' },
                select: { role: true },
              },
            },
          },
        },
      },
    },
  });
  if (row === null) throw notFound('submission');
  const { user, item } = row;
  const isInstructor = item.course.enrollments.length > 0;
  return {
    ...summary(row),
    courseSlug: item.course.slug,
    courseTitle: item.course.title,
    exerciseSlug: item.slug,
    exerciseTitle: item.title,
    student: { userId: user.id, name: user.name, email: user.email },
    isMine: user.id === actor.userId,
    source: row.source,
    isCurrentVersion: row.versionId === item.currentVersionId,
    verdict: row.verdict === null ? null : verdictForStudent(row.verdict),
    failureDetail: isInstructor ? row.failureDetail : null,
  };
}

/** For polling. */
export async function getSubmissionStatus(
  actor: Actor,
  submissionId: string,
): Promise<SubmissionStatus> {
  const row = await database().submission.findFirst({
    where: visibleTo(actor, submissionId),
    select: selectStatus,
  });
  if (row === null) throw notFound('submission');
  return statusOf(row);
}

export const TRANSACTION = { maxWait: 5000, timeout: 15_000 } as const;

// Whoever left the course, or was never in it, sees nothing of it, not even what was once their own.
function visibleTo(actor: Actor, submissionId: string) {
  return {
    id: requireUuid(submissionId, 'submission'),
    OR: [
      {
        userId: actor.userId,
        item: { course: { enrollments: { some: { userId: actor.userId } } } },
      },
      {
        item: {
          course: { enrollments: { some: { userId: actor.userId, role: 'INSTRUCTOR' as const } } },
        },
      },
    ],
  };
}

const selectStatus = {
  id: true,
  receivedAt: true,
  startedAt: true,
  gradedAt: true,
  failedAt: true,
  failureKind: true,
  points: true,
  pointsMax: true,
} as const;

type StatusRow = {
  readonly id: string;
  readonly receivedAt: Date;
  readonly startedAt: Date | null;
  readonly gradedAt: Date | null;
  readonly failedAt: Date | null;
  readonly failureKind: FailureKind | null;
  readonly points: number | null;
  readonly pointsMax: number | null;
};

async function findSummaries(
  db: Db,
  userId: string,
  itemId: string,
): Promise<readonly SubmissionSummary[]> {
  const rows = await db.submission.findMany({
    where: { userId, itemId },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: 500,
    select: selectStatus,
  });
  return rows.map(summary);
}

function summary(row: StatusRow): SubmissionSummary {
  return { id: row.id, receivedAt: row.receivedAt, status: statusOf(row) };
}

function statusOf({
  startedAt,
  gradedAt,
  failedAt,
  failureKind,
  points,
  pointsMax,
}: StatusRow): SubmissionStatus {
  if (gradedAt !== null)
    return { kind: 'graded', gradedAt, points: points ?? 0, pointsMax: pointsMax ?? 0 };
  if (failedAt !== null)
    return { kind: 'failed', failedAt, message: FAILURE_MESSAGES[failureKind ?? 'INTERNAL'] };
  return startedAt === null ? { kind: 'queued' } : { kind: 'grading', startedAt };
}

const FAILURE_MESSAGES: Readonly<Record<FailureKind, string>> = {
  WALL_CLOCK:
    'Grading was ended twice because it took longer than this server allows. No attempt was counted. ' +
    'Your instructor can see this submission; a program that does less in one run may be graded.',
  MEMORY:
    'Grading was ended because it needed more memory than this server allows. No attempt was counted. ' +
    'Your instructor can see this submission; a program that starts fewer processes or allocates less may be graded.',
  INTERNAL:
    'Something broke while this was being graded. It is our fault, not yours, and no attempt was counted. ' +
    'Your source is kept, and your instructor can see this submission.',
};
