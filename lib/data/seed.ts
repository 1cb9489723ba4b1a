import { hashPassword, verifyPassword } from '../auth/password';
import { type CoursewareItem, readCourseware } from '../courseware/repository';
import { database, type Db } from '../db';
import { pointsMax } from '../grading/exercise';
import { quizPointsMax } from '../grading/quiz/quiz';
import { normalizeEmail } from './accounts';
import { randomJoinCode } from './enrollment';
import type { ExerciseVersionContent } from './exercise-versions';
import type { LessonVersionContent } from './lesson-versions';
import { publishItem, type PublishableItem } from './publishing';
import type { QuizVersionContent } from './quiz-versions';
import { TRANSACTION } from './submissions';

export type DemonstrationAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: 'instructor' | 'student';
  readonly password: string;
};

export type SeedReport = {
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly joinCode: string;
  /** e.g. `exercise fork-tree`: what is new to students, or changed. */
  readonly published: readonly string[];
  readonly itemsTotal: number;
};

/**
 * The course of `content/` with what `root` holds now, and accounts with these passwords. Run at every start:
 * what is there already stays, and a file that changed becomes a new version. An operator calls it, no user.
 */
export async function seedDemonstration(
  accounts: readonly DemonstrationAccount[],
  root: string,
): Promise<SeedReport> {
  const { course, items } = readCourseware(root);
  const people = await Promise.all(accounts.map(ensureAccount));

  return database().$transaction(async (tx) => {
    // Two servers that start at once publish each version once.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('seed', 0))`;
    const row = await tx.course.upsert({
      where: { slug: course.slug },
      create: {
        slug: course.slug,
        title: course.title,
        joinCode: randomJoinCode(),
        isOpen: course.open,
      },
      update: { title: course.title },
    });
    for (const { userId, role } of people) {
      const standing = { role: role === 'instructor' ? 'INSTRUCTOR' : 'STUDENT' } as const;
      await tx.enrollment.upsert({
        where: { courseId_userId: { courseId: row.id, userId } },
        create: { courseId: row.id, userId, ...standing },
        update: standing,
      });
    }
    const published = await publishAll(
      tx,
      row.id,
      items.map((item, at) => publishable(item, course.items[at]?.part ?? null)),
    );
    await retireLessons(tx, row.id, items);
    return {
      courseSlug: row.slug,
      courseTitle: row.title,
      joinCode: row.joinCode,
      published,
      itemsTotal: items.length,
    };
  }, TRANSACTION);
}

async function publishAll(
  tx: Db,
  courseId: string,
  items: readonly PublishableItem[],
): Promise<readonly string[]> {
  const published: string[] = [];
  for (const [position, item] of items.entries()) {
    const isNew = await publishItem(tx, courseId, position, item);
    if (isNew) published.push(`${item.kind.toLowerCase()} ${item.slug}`);
  }
  return published;
}

/** Lessons that the course no longer names. Quizzes and exercises stay: there may be grades of them. */
async function retireLessons(
  tx: Db,
  courseId: string,
  items: readonly CoursewareItem[],
): Promise<void> {
  const named = items.flatMap((item) => (item.kind === 'lesson' ? [item.lesson.slug] : []));
  await tx.courseItem.updateMany({
    where: { courseId, kind: 'LESSON', slug: { notIn: named } },
    data: { currentVersionId: null },
  });
}

function publishable(item: CoursewareItem, part: string | null): PublishableItem {
  switch (item.kind) {
    case 'lesson': {
      const { slug, title, minutes } = item.lesson;
      const definition: LessonVersionContent = { slug, text: item.text };
      const files = { 'lesson.md': item.text };
      return { kind: 'LESSON', slug, title, part, minutes, pointsMax: 0, files, definition };
    }
    case 'quiz': {
      const { slug, title, minutes = null } = item.quiz;
      const definition: QuizVersionContent = { slug, text: item.text, pools: { ...item.pools } };
      const files = {
        'quiz.yaml': item.text,
        ...Object.fromEntries(
          Object.entries(item.pools).map(([source, text]) => [`pools/${source}.yaml`, text]),
        ),
      };
      const points = quizPointsMax(item.quiz);
      return { kind: 'QUIZ', slug, title, part, minutes, pointsMax: points, files, definition };
    }
    case 'exercise': {
      const { slug, manifest } = item.exercise;
      const definition: ExerciseVersionContent = { slug, files: { ...item.files } };
      return {
        kind: 'EXERCISE',
        slug,
        title: manifest.title,
        part,
        minutes: manifest.minutes ?? null,
        pointsMax: pointsMax(manifest),
        files: item.files,
        definition,
      };
    }
  }
}

/** The password is the one that the caller will show, also when the database remembers another. */
async function ensureAccount(
  account: DemonstrationAccount,
): Promise<{ readonly userId: string; readonly role: DemonstrationAccount['role'] }> {
  const { name, password, role } = account;
  const email = normalizeEmail(account.email);
  const db = database();
  const user = await db.user.findUnique({ where: { email } });
  const isCurrent = user?.passwordHash ? await verifyPassword(password, user.passwordHash) : false;
  if (user !== null && isCurrent) return { userId: user.id, role };
  const passwordHash = await hashPassword(password);
  const kept = await db.user.upsert({
    where: { email },
    create: { email, name, passwordHash },
    // Whoever is signed in with the old password is not the one who was shown the new one.
    update: { passwordHash, sessionVersion: { increment: 1 } },
    select: { id: true },
  });
  return { userId: kept.id, role };
}
