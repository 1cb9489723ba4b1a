import { bundles } from './bundles.mjs';
import { inRoot } from './paths.mjs';
import { runToEnd } from './run.mjs';
import { UserError } from './user-error.mjs';

/**
 * Runs the bundled scripts/seed.ts: the course is made by the same data layer as everything else.
 * @param {Record<string, string>} env
 * @param {import('./accounts.mjs').Account[]} accounts
 * @returns {Promise<import('../../lib/data/seed').SeedReport>}
 */
export async function runSeed(env, accounts) {
  // Over the standard input: a command line and an environment can be read by others.
  const input = JSON.stringify(accounts);
  const { status, output } = await runToEnd(process.execPath, [inRoot(bundles.seed.output)], {
    env,
    input,
  });
  if (status !== 0) {
    throw new UserError(`The demonstration course could not be prepared.\n\n${output}`);
  }
  return JSON.parse(output);
}
