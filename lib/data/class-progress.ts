import type { Actor } from '../auth/actor';
import { database } from '../db';
import type { ItemKind } from '../generated/prisma/client';
import { requireInstructor } from './access';
import { type CourseItemKind, DONE_PERCENT, itemKindName } from './outline';

export type ClassProgress = {
  readonly studentCount: number;
  /** How many students have read the lesson, or done the task. Those of none are left out. */
  readonly items: readonly {
    readonly kind: CourseItemKind;
    readonly slug: string;
    readonly doneCount: number;
  }[];
};

/** Instructors of the course only. */
export async function getClassProgress(
  instructor: Actor,
  courseSlug: string,
): Promise<ClassProgress> {
  const db = database();
  const { courseId } = await requireInstructor(db, instructor, courseSlug);
  const studentCount = await db.enrollment.count({ where: { courseId, role: 'STUDENT' } });
  const rows = await db.$queryRaw<
    readonly { readonly kind: ItemKind; readonly slug: string; readonly done: number }[]
  >`
    SELECT item.kind::text AS kind, item.slug, count(*)::int AS done
    FROM course_items item
    JOIN (
      SELECT item_id, user_id FROM lesson_progress WHERE read_at IS NOT NULL
      UNION ALL
      SELECT item_id, user_id FROM grades WHERE points * 100 >= points_max * ${DONE_PERCENT}::int
    ) finished ON finished.item_id = item.id
    JOIN enrollments ON enrollments.course_id = item.course_id
      AND enrollments.user_id = finished.user_id AND enrollments.role = 'STUDENT'
    WHERE item.course_id = ${courseId}::uuid
    GROUP BY item.id`;
  return {
    studentCount,
    items: rows.map(({ kind, slug, done }) => ({
      kind: itemKindName(kind),
      slug,
      doneCount: done,
    })),
  };
}
