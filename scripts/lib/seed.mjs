import { spawn } from 'node:child_process';
import { bundles } from './bundles.mjs';
import { inRoot, root } from './paths.mjs';
import { UserError } from './user-error.mjs';

/**
 * Runs the bundled scripts/seed.ts: the course is made by the same data layer as everything else.
 * @param {Record<string, string>} env
 * @param {import('./accounts.mjs').Account[]} accounts
 * @returns {Promise<string>} what it did
 */
export async function runSeed(env, accounts) {
  const child = spawn(process.execPath, [inRoot(bundles.seed.output)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  // Over the standard input: a command line and an environment can be read by others.
  child.stdin.end(JSON.stringify(accounts));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (status !== 0) {
    throw new UserError(`The demonstration course could not be prepared.\n\n${errors}${output}`);
  }
  return output.trim();
}
