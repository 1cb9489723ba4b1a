import type { ItemKind, Prisma } from '../generated/prisma/client';

export type CourseItemKind = 'lesson' | 'quiz' | 'exercise';

/** Of a lesson: opened, and read when its reader says so. Of a task: tried, and done from 80 % of its points. */
export type ItemState = 'new' | 'begun' | 'done';

export type OutlineItem = {
  readonly kind: CourseItemKind;
  readonly slug: string;
  readonly title: string;
  readonly position: number;
  /** Heading below which it stands. */
  readonly part: string | null;
  /** How long it takes, as its author says. */
  readonly minutes: number | null;
  readonly dueAt: Date | null;
  /** 0 for lessons. */
  readonly pointsMax: number;
  /** The acting user's own from here on; `new` for whoever only reads. */
  readonly state: ItemState;
  /** Their best; null before the first graded attempt. */
  readonly grade: ItemGrade | null;
  /** End of an attempt that is running against time. */
  readonly attemptEndsAt: Date | null;
};

export type ItemGrade = {
  readonly points: number;
  readonly pointsMax: number;
  readonly attempts: number;
  /** What counts was handed in after it was due; it counts all the same. */
  readonly isLate: boolean;
};

/** `steps` are lessons, quizzes and exercises alike. */
export type CourseProgress = {
  readonly points: number;
  readonly pointsMax: number;
  readonly stepsDone: number;
  readonly stepsTotal: number;
};

/** From so many percent of its points on, a task is done. */
export const DONE_PERCENT = 80;

export function isDone({
  points,
  pointsMax,
}: {
  readonly points: number;
  readonly pointsMax: number;
}): boolean {
  // Both sides are exact for whole points; a share would not be.
  return points * 100 >= pointsMax * DONE_PERCENT;
}

export function selectItems(userId: string | null) {
  const own = { userId: { in: userId === null ? [] : [userId] } };
  return {
    where: { currentVersionId: { not: null } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      kind: true,
      slug: true,
      title: true,
      position: true,
      part: true,
      minutes: true,
      dueAt: true,
      currentVersion: { select: { pointsMax: true } },
      grades: {
        where: own,
        select: {
          points: true,
          pointsMax: true,
          attempts: true,
          bestSubmission: { select: { receivedAt: true } },
          bestAttempt: { select: { submittedAt: true } },
        },
      },
      lessonProgress: { where: own, select: { readAt: true } },
      quizAttempts: { where: { ...own, submittedAt: null }, select: { deadlineAt: true } },
      drafts: { where: own, select: { revision: true } },
    },
  } satisfies Prisma.Course$itemsArgs;
}

type ItemRow = Prisma.CourseItemGetPayload<{ select: ReturnType<typeof selectItems>['select'] }>;

export function outlineItem(row: ItemRow): OutlineItem {
  const [attempt] = row.quizAttempts;
  return {
    kind: itemKindName(row.kind),
    slug: row.slug,
    title: row.title,
    position: row.position,
    part: row.part,
    minutes: row.minutes,
    dueAt: row.dueAt,
    pointsMax: row.currentVersion?.pointsMax ?? 0,
    state: stateOf(row),
    grade: gradeOf(row),
    attemptEndsAt: attempt?.deadlineAt ?? null,
  };
}

function stateOf({ kind, grades, lessonProgress, quizAttempts, drafts }: ItemRow): ItemState {
  if (kind === 'LESSON') {
    const [progress] = lessonProgress;
    if (progress === undefined) return 'new';
    return progress.readAt === null ? 'begun' : 'done';
  }
  const [grade] = grades;
  if (grade !== undefined && isDone(grade)) return 'done';
  return grade === undefined && quizAttempts.length === 0 && drafts.length === 0 ? 'new' : 'begun';
}

function gradeOf({ dueAt, grades }: ItemRow): ItemGrade | null {
  const [grade] = grades;
  if (grade === undefined) return null;
  const { points, pointsMax, attempts } = grade;
  return { points, pointsMax, attempts, isLate: isLateGrade(dueAt, grade) };
}

/** Looks at what counts, not at what came later. */
export function isLateGrade(
  dueAt: Date | null,
  grade: {
    readonly bestSubmission: { readonly receivedAt: Date } | null;
    readonly bestAttempt: { readonly submittedAt: Date | null } | null;
  },
): boolean {
  const at = grade.bestSubmission?.receivedAt ?? grade.bestAttempt?.submittedAt ?? null;
  return dueAt !== null && at !== null && at > dueAt;
}

const ITEM_KIND_NAMES = {
  LESSON: 'lesson',
  QUIZ: 'quiz',
  EXERCISE: 'exercise',
} as const satisfies Record<ItemKind, CourseItemKind>;

export function itemKindName(kind: ItemKind): CourseItemKind {
  return ITEM_KIND_NAMES[kind];
}

export function progressOf(items: readonly OutlineItem[]): CourseProgress {
  const graded = items.filter((item) => item.pointsMax > 0);
  return {
    // A grade earned on an earlier version counts by its share: the version's maximum may have changed since.
    points: graded.reduce((sum, { grade, pointsMax }) => {
      const share = grade === null || grade.pointsMax === 0 ? 0 : grade.points / grade.pointsMax;
      return sum + pointsMax * share;
    }, 0),
    pointsMax: graded.reduce((sum, item) => sum + item.pointsMax, 0),
    stepsDone: items.filter(({ state }) => state === 'done').length,
    stepsTotal: items.length,
  };
}
