// `npm run prisma -- …`: the Prisma command line on the database that the application uses.
import { spawnSync } from 'node:child_process';
import { openDatabase } from './lib/database.mjs';
import { dataFolder } from './lib/data-folder.mjs';
import { exitWith } from './lib/user-error.mjs';
import { prismaCommand } from './lib/prisma-cli.mjs';

/** These only read files; they must work where no database does. */
const withoutDatabase = new Set([
  'generate',
  'format',
  'validate',
  'version',
  '--version',
  '--help',
]);

const args = process.argv.slice(2);
try {
  if (withoutDatabase.has(args[0] ?? '--help')) {
    process.exitCode = run({});
  } else {
    const database = await openDatabase(dataFolder());
    try {
      process.exitCode = run({ DATABASE_URL: database.url });
    } finally {
      await database.release?.();
    }
  }
} catch (error) {
  exitWith(error);
}

/** @param {Record<string, string>} env */
function run(env) {
  const { command, args: commandArgs, options } = prismaCommand(args, env);
  return spawnSync(command, commandArgs, { ...options, stdio: 'inherit' }).status ?? 1;
}
