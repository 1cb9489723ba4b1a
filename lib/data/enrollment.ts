import { randomInt } from 'node:crypto';
import type { Actor } from '../auth/actor';
import { database } from '../db';
import { requireInstructor } from './access';
import { countTry, type RateRule } from './rate-limits';

export type JoinResult =
  | { readonly kind: 'joined'; readonly courseSlug: string; readonly courseTitle: string }
  | { readonly kind: 'already-joined'; readonly courseSlug: string; readonly courseTitle: string }
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number };

// No 0/O, 1/I/L, U: codes are read out and copied from a whiteboard.
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 10;

const JOIN_TRIES: RateRule = { name: 'join', hitsMax: 20, windowSeconds: 600 };

/** Joins as a student. Spaces, dashes and case in the code don't matter. */
export async function joinCourse(actor: Actor, code: string): Promise<JoinResult> {
  const db = database();
  const rate = await countTry(db, [{ rule: JOIN_TRIES, subject: actor.userId }]);
  if (rate.kind === 'limited')
    return { kind: 'rate-limited', retryAfterSeconds: rate.retryAfterSeconds };

  const joinCode = normalizeJoinCode(code);
  if (!isJoinCode(joinCode)) return { kind: 'unknown-code' };
  const course = await db.course.findUnique({
    where: { joinCode },
    select: { id: true, slug: true, title: true },
  });
  if (course === null) return { kind: 'unknown-code' };

  const created = await db.enrollment.createMany({
    data: [{ courseId: course.id, userId: actor.userId, role: 'STUDENT' }],
    skipDuplicates: true,
  });
  return {
    kind: created.count === 1 ? 'joined' : 'already-joined',
    courseSlug: course.slug,
    courseTitle: course.title,
  };
}

/** Instructors only. The old code stops working at once; whoever joined with it stays. */
export async function rotateJoinCode(actor: Actor, courseSlug: string): Promise<string> {
  const db = database();
  const { courseId } = await requireInstructor(db, actor, courseSlug);
  const joinCode = randomJoinCode();
  await db.course.update({ where: { id: courseId }, data: { joinCode } });
  return joinCode;
}

export function randomJoinCode(): string {
  return Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  ).join('');
}

function isJoinCode(text: string): boolean {
  return text.length === CODE_LENGTH && Array.from(text).every((c) => CODE_ALPHABET.includes(c));
}

function normalizeJoinCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .slice(0, CODE_LENGTH + 1);
}
