import type { Actor } from '../auth/actor';
import { database } from '../db';
import { requireInstructor } from './access';
import { type CsvValue, toCsv } from './csv';
import { isLateGrade } from './outline';
import { closeOverdue } from './quiz-closing';

export type GradebookItem = {
  readonly kind: 'quiz' | 'exercise';
  readonly slug: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly pointsMax: number;
};

export type GradebookCell = {
  /** Best so far; null before the first graded attempt. */
  readonly best: { readonly points: number; readonly pointsMax: number } | null;
  /** What is best was handed in after it was due; it counts all the same. */
  readonly isLate: boolean;
  /** Graded attempts. */
  readonly attempts: number;
  /** Received and not graded yet. */
  readonly pending: number;
  /** Could not be graded through a fault of ours. */
  readonly failed: number;
  /** Receipt of the latest, graded or not. */
  readonly latestAt: Date | null;
  /** The submission behind `best`; null for quizzes. */
  readonly bestSubmissionId: string | null;
};

export type GradebookRow = {
  readonly student: { readonly userId: string; readonly name: string; readonly email: string };
  /** In the order of `items`. */
  readonly cells: readonly GradebookCell[];
  /** Best shares of the items' current points, added up. */
  readonly points: number;
  readonly pointsMax: number;
};

export type Gradebook = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly items: readonly GradebookItem[];
  /** By name. */
  readonly rows: readonly GradebookRow[];
};

/** Instructors of the course only. */
export async function getGradebook(instructor: Actor, courseSlug: string): Promise<Gradebook> {
  const db = database();
  const { courseId, courseTitle } = await requireInstructor(db, instructor, courseSlug);
  await closeOverdue({ courseId });
  // One snapshot, so that a verdict that arrives meanwhile is in all of it or in none.
  const [items, enrollments, grades, ungraded] = await db.$transaction(
    [
      db.courseItem.findMany({
        where: { courseId, kind: { in: ['QUIZ', 'EXERCISE'] }, currentVersionId: { not: null } },
        orderBy: [{ position: 'asc' }, { slug: 'asc' }],
        select: {
          id: true,
          kind: true,
          slug: true,
          title: true,
          dueAt: true,
          currentVersion: { select: { pointsMax: true } },
        },
      }),
      db.enrollment.findMany({
        where: { courseId, role: 'STUDENT' },
        orderBy: [{ user: { name: 'asc' } }, { user: { email: 'asc' } }],
        select: { user: { select: { id: true, name: true, email: true } } },
      }),
      db.grade.findMany({
        where: { item: { courseId } },
        include: {
          bestSubmission: { select: { receivedAt: true } },
          bestAttempt: { select: { submittedAt: true } },
        },
      }),
      db.submission.groupBy({
        by: ['userId', 'itemId'],
        where: { item: { courseId }, gradedAt: null },
        orderBy: [{ userId: 'asc' }, { itemId: 'asc' }],
        _count: { _all: true, failedAt: true },
        _max: { receivedAt: true },
      }),
    ],
    { isolationLevel: 'RepeatableRead' },
  );

  const gradeOf = new Map(grades.map((grade) => [`${grade.userId} ${grade.itemId}`, grade]));
  const ungradedOf = new Map(ungraded.map((group) => [`${group.userId} ${group.itemId}`, group]));

  const cellOf = (userId: string, itemId: string, dueAt: Date | null): GradebookCell => {
    const grade = gradeOf.get(`${userId} ${itemId}`);
    const waiting = ungradedOf.get(`${userId} ${itemId}`);
    const failed = countOf(waiting?._count, 'failedAt');
    return {
      best: grade === undefined ? null : { points: grade.points, pointsMax: grade.pointsMax },
      isLate: grade !== undefined && isLateGrade(dueAt, grade),
      attempts: grade?.attempts ?? 0,
      pending: countOf(waiting?._count, '_all') - failed,
      failed,
      latestAt: later(grade?.latestAt, waiting?._max.receivedAt),
      bestSubmissionId: grade?.bestSubmissionId ?? null,
    };
  };

  const pointsMaxOf = items.map((item) => item.currentVersion?.pointsMax ?? 0);
  return {
    courseSlug,
    courseTitle,
    items: items.map((item, i) => ({
      kind: item.kind === 'QUIZ' ? 'quiz' : 'exercise',
      slug: item.slug,
      title: item.title,
      dueAt: item.dueAt,
      pointsMax: pointsMaxOf[i] ?? 0,
    })),
    rows: enrollments.map(({ user }) => {
      const cells = items.map((item) => cellOf(user.id, item.id, item.dueAt));
      return {
        student: { userId: user.id, name: user.name, email: user.email },
        cells,
        points: sum(
          cells.map(({ best }, i) => (best === null ? 0 : (pointsMaxOf[i] ?? 0) * shareOf(best))),
        ),
        pointsMax: sum(pointsMaxOf),
      };
    }),
  };
}

/** One line a student; for each item its points, maximum, attempts and latest receipt (UTC). */
export async function getGradebookCsv(
  instructor: Actor,
  courseSlug: string,
): Promise<{ readonly filename: string; readonly csv: string }> {
  const { items, rows } = await getGradebook(instructor, courseSlug);
  const head: CsvValue[] = [
    'Name',
    'E-mail',
    ...items.flatMap(({ kind, slug, title }) => [
      `${title} (${kind} ${slug}): points`,
      `${title}: of`,
      `${title}: attempts`,
      `${title}: latest (UTC)`,
      `${title}: late`,
    ]),
    'Total points',
    'Total of',
  ];
  const lines = rows.map(({ student, cells, points, pointsMax }): CsvValue[] => [
    student.name,
    student.email,
    ...cells.flatMap(({ best, attempts, latestAt, isLate }, i): CsvValue[] => [
      best === null ? null : round(best.points),
      best?.pointsMax ?? items[i]?.pointsMax ?? null,
      attempts,
      latestAt?.toISOString() ?? null,
      isLate ? 'late' : null,
    ]),
    round(points),
    pointsMax,
  ]);
  return { filename: `${courseSlug}-grades.csv`, csv: toCsv([head, ...lines]) };
}

function shareOf({
  points,
  pointsMax,
}: {
  readonly points: number;
  readonly pointsMax: number;
}): number {
  return pointsMax === 0 ? 0 : points / pointsMax;
}

type Counts = { readonly _all?: number; readonly failedAt?: number } | true | undefined;

function countOf(counts: Counts, name: '_all' | 'failedAt'): number {
  return typeof counts === 'object' ? (counts[name] ?? 0) : 0;
}

function later(a: Date | null | undefined, b: Date | null | undefined): Date | null {
  if (!a) return b ?? null;
  return b && b > a ? b : a;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Shares make sums like 6.999999999. */
function round(points: number): number {
  return Math.round(points * 1000) / 1000;
}
