import { createHash } from 'node:crypto';
import type { Db } from '../db';

export type RateRule = {
  readonly name: string;
  readonly hitsMax: number;
  readonly windowSeconds: number;
};

export type RateOutcome =
  { readonly kind: 'allowed' } | { readonly kind: 'limited'; readonly retryAfterSeconds: number };

/** Who is counted under which rule. */
export type RateSubject = { readonly rule: RateRule; readonly subject: string };

/**
 * Counts one try under each rule and says whether all of them allow it. Counted before the work that it guards,
 * in one statement a rule: a thousand tries at once are a thousand hits.
 */
export async function countTry(db: Db, subjects: readonly RateSubject[]): Promise<RateOutcome> {
  let retryAfterSeconds = 0;
  for (const { rule, subject } of subjects) {
    const rows = await db.$queryRaw<{ hits: number; seconds_left: number }[]>`
      INSERT INTO rate_limits AS r (key, hits, window_ends_at)
      VALUES (${keyOf(rule, subject)}, 1, now() + make_interval(secs => ${rule.windowSeconds}))
      ON CONFLICT (key) DO UPDATE SET
        hits = CASE WHEN r.window_ends_at <= now() THEN 1 ELSE LEAST(r.hits + 1, 1000000) END,
        window_ends_at = CASE WHEN r.window_ends_at <= now() THEN excluded.window_ends_at ELSE r.window_ends_at END
      RETURNING r.hits, ceil(extract(epoch FROM r.window_ends_at - now()))::int AS seconds_left`;
    const row = rows[0];
    if (row !== undefined && row.hits > rule.hitsMax)
      retryAfterSeconds = Math.max(retryAfterSeconds, row.seconds_left, 1);
  }
  return retryAfterSeconds === 0 ? { kind: 'allowed' } : { kind: 'limited', retryAfterSeconds };
}

/** Takes one try back: it succeeded, and only failures are meant to add up (a class signs in from one address). */
export async function forgiveTry(db: Db, subjects: readonly RateSubject[]): Promise<void> {
  const keys = subjects.map(({ rule, subject }) => keyOf(rule, subject));
  await db.rateLimit.updateMany({
    where: { key: { in: keys }, hits: { gt: 0 } },
    data: { hits: { decrement: 1 } },
  });
}

/** Windows that ended long ago; the queue worker calls this now and then. */
export async function forgetOldTries(db: Db): Promise<number> {
  return db.$executeRaw`DELETE FROM rate_limits WHERE window_ends_at < now() - interval '1 day'`;
}

function keyOf(rule: RateRule, subject: string): string {
  return `${rule.name}:${createHash('sha256').update(subject).digest('base64url')}`;
}
