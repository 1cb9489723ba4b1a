// Before the integration tests: an empty, migrated database, its address in DATABASE_URL.
import { openTemporaryDatabase } from '../lib/database.mjs';
import { applyMigrations } from '../lib/migrations.mjs';

export default async function setup() {
  const database = await openTemporaryDatabase();
  try {
    await applyMigrations(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = database.url;
  return async () => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await database.stop();
  };
}
