// Bundled to dist/seed.mjs. Reads the demonstration accounts as JSON from the standard input, puts
// them and the course of content/ into the database, and prints what it did as JSON.
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { BrokenCourseware } from '../lib/courseware/repository';
import { seedDemonstration } from '../lib/data/seed';
import { closeDatabase } from '../lib/db';

const accountsSchema = z.array(
  z.object({
    email: z.string(),
    name: z.string(),
    role: z.enum(['instructor', 'student']),
    password: z.string(),
  }),
);

try {
  const accounts = accountsSchema.parse(JSON.parse(await text(process.stdin)));
  const report = await seedDemonstration(accounts, process.cwd());
  console.log(JSON.stringify(report));
} catch (error) {
  // A file that its author can mend: what is wrong with it, not where we noticed.
  console.error(error instanceof BrokenCourseware ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
