import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openTemporaryDatabase } from './database.mjs';
import { applyMigrations } from './migrations.mjs';

let database: Database;

beforeAll(async () => {
  // Its own: the one of the other tests must stay as it is.
  database = await openTemporaryDatabase();
});

afterAll(async () => {
  await database.stop();
});

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(sql);
    return result.rows;
  } finally {
    await client.end();
  }
}

test('two servers that start at once apply each migration once', async () => {
  const applied = await Promise.all([applyMigrations(database.url), applyMigrations(database.url)]);
  const rows = await query('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1');
  expect(rows).toEqual(
    applied
      .flat()
      .sort()
      .map((name) => ({ name })),
  );
  expect(await applyMigrations(database.url)).toEqual([]);
});

test('a migration that was edited after it was applied stops the start', async () => {
  await query("UPDATE _prisma_migrations SET checksum = 'of another text'");
  await expect(applyMigrations(database.url)).rejects.toThrow(/was edited after it was applied/);
});

test('a migration that failed half-way stops the start', async () => {
  await query('UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(applyMigrations(database.url)).rejects.toThrow(/failed on this database before/);
});
