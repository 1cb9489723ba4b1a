import fs from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openTemporaryDatabase } from './database.mjs';
import { applyMigrations } from './migrations.mjs';
import { inRoot } from './paths.mjs';

const BEFORE = '20261122000000_courses_submissions_grades';
const [USER, COURSE, ITEM, VERSION] = [1, 2, 3, 4].map(
  (n) => `00000000-0000-4000-8000-00000000000${n}`,
);

test('attempts of the time before they began stay what they were', async () => {
  const database = await openTemporaryDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    await client.query(
      fs.readFileSync(inRoot(`prisma/migrations/${BEFORE}/migration.sql`), 'utf8'),
    );
    await client.query(`
      INSERT INTO users (id, email, name) VALUES ('${USER}', 'a@school.example', 'A');
      INSERT INTO courses (id, slug, title, join_code) VALUES ('${COURSE}', 'c', 'C', 'ABCDEFGH');
      INSERT INTO course_items (id, course_id, kind, slug, title, position)
        VALUES ('${ITEM}', '${COURSE}', 'QUIZ', 'q', 'Q', 0);
      INSERT INTO item_versions (id, item_id, content_hash, definition, points_max)
        VALUES ('${VERSION}', '${ITEM}', 'h', '{}', 3);
      INSERT INTO quiz_attempts
        (id, user_id, item_id, version_id, answers, results, points, points_max, submitted_at)
      SELECT gen_random_uuid(), '${USER}', '${ITEM}', '${VERSION}', '{"a":"x"}', '{"points":1}', n, 3,
             timestamptz '2026-11-20 10:00Z' + n * interval '1 hour'
      FROM generate_series(1, 3) AS n`);
    await markApplied(client);
    await applyMigrations(database.url);
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT number, points, points_max, answers, results, hints, instance, deadline_at,
              started_at = submitted_at AS began_then
       FROM quiz_attempts ORDER BY submitted_at`,
    );
    expect(rows).toEqual(
      [1, 2, 3].map((n) => ({
        number: n,
        points: n,
        points_max: 3,
        answers: { a: 'x' },
        results: { points: 1 },
        hints: {},
        instance: null,
        deadline_at: null,
        began_then: true,
      })),
    );
  } finally {
    await client.end();
    await database.stop();
  }
}, 60_000);

/** As `applyMigrations` of that time would have noted it. */
async function markApplied(client: pg.Client): Promise<void> {
  const scratch = await openTemporaryDatabase();
  const other = new pg.Client({ connectionString: scratch.url });
  try {
    await applyMigrations(scratch.url);
    await other.connect();
    const { rows } = await other.query<{ checksum: string }>(
      'SELECT checksum FROM _prisma_migrations WHERE migration_name = $1',
      [BEFORE],
    );
    await client.query(`
      CREATE TABLE _prisma_migrations (
        id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
        migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
        started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('first', $1, $2, now(), 1)`,
      [rows[0]?.checksum, BEFORE],
    );
  } finally {
    await other.end();
    await scratch.stop();
  }
}
