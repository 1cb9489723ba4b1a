// What one installation keeps: the embedded database, secrets, the demonstration accounts.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './files.mjs';
import { root } from './paths.mjs';
import { UserError } from './user-error.mjs';

/** FORKYARD_DATA, or `.forkyard` in the checkout. Made when missing, for its owner only. */
export function dataFolder() {
  const folder = path.resolve(root, process.env.FORKYARD_DATA || '.forkyard');
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw new UserError(
      `The data folder ${folder} can't be written. Set FORKYARD_DATA to one that can.`,
      { cause: error },
    );
  }
  return folder;
}

/**
 * Signs the sessions. NEXTAUTH_SECRET, or one made on the first start and kept.
 * @param {string} folder
 */
export function sessionSecret(folder) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = path.join(folder, 'session-secret');
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim();
  const secret = randomBytes(48).toString('base64url');
  writeAtomically(file, `${secret}\n`, 0o600);
  return secret;
}
