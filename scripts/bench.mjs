// `npm run bench [-- --quick]`: bundles bench/main.ts and runs it beside a database of its own.
// `npm run bench -- pages`: what the pages of a running server cost a browser.
// `npm run bench -- steps`: what stepping through a long run costs it.
import { spawnSync } from 'node:child_process';
import { bundles, makeBundles } from './lib/bundles.mjs';
import { generate } from './generate.mjs';
import { openTemporaryDatabase } from './lib/database.mjs';
import { measureLongRun } from './lib/long-run.mjs';
import { applyMigrations } from './lib/migrations.mjs';
import { measurePages } from './lib/page-weight.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { exitWith } from './lib/user-error.mjs';

/** Bundled, and beside a database of its own. */
async function benchMachine() {
  generate();
  await makeBundles([bundles.bench, bundles.cli, bundles.gradingThread, bundles.worker]);
  const database = await openTemporaryDatabase();
  try {
    await applyMigrations(database.url);
    const { status } = spawnSync(
      process.execPath,
      [inRoot(bundles.bench.output), ...process.argv.slice(2)],
      { cwd: root, stdio: 'inherit', env: { ...process.env, DATABASE_URL: database.url } },
    );
    process.exitCode = status ?? 1;
  } finally {
    await database.stop();
  }
}

try {
  if (process.argv.includes('pages')) await measurePages();
  else if (process.argv.includes('steps')) await measureLongRun();
  else await benchMachine();
} catch (error) {
  exitWith(error);
}
