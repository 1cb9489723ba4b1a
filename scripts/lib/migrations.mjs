// Applies prisma/migrations/*/migration.sql in order and keeps Prisma's own table of them, with its
// checksums, so that `npm run prisma -- migrate status` agrees. The Prisma command line itself is
// not needed: it wants an engine that is a download from outside the package registry.
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';
import { inRoot } from './paths.mjs';
import { UserError } from './user-error.mjs';

/** Two servers that start at once on one database wait for each other; the number is Prisma's. */
const advisoryLock = 72707369;

const migrationsTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * @param {string} url
 * @returns {Promise<string[]>} the names of the migrations applied now
 */
export async function applyMigrations(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    await client.query(migrationsTable);
    const applied = await appliedMigrations(client);
    /** @type {string[]} */
    const now = [];
    for (const migration of readMigrations()) {
      const before = applied.get(migration.name);
      if (before === undefined) {
        await apply(client, migration);
        now.push(migration.name);
      } else if (before.finished_at === null) {
        throw new UserError(
          `Migration ${migration.name} failed on this database before; mend it by hand, then mark it with "npm run prisma -- migrate resolve".`,
        );
      } else if (before.checksum !== migration.checksum) {
        throw new UserError(
          `Migration ${migration.name} was edited after it was applied to this database. Undo the edit and write a new migration.`,
        );
      }
    }
    return now;
  } finally {
    await client.end();
  }
}

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/** @returns {Migration[]} */
function readMigrations() {
  const folder = inRoot('prisma/migrations');
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(inRoot('prisma/migrations', name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** @param {pg.Client} client */
async function appliedMigrations(client) {
  /** @type {pg.QueryResult<{ migration_name: string, checksum: string, finished_at: Date | null }>} */
  const result = await client.query(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return new Map(result.rows.map((row) => [row.migration_name, row]));
}

/**
 * @param {pg.Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}
