// The demonstration accounts. Their passwords are random, made on the first start, and written
// down in the data folder for whoever may read it: the repository holds none.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './files.mjs';
import { UserError } from './user-error.mjs';

/** @typedef {{ email: string, name: string, role: 'instructor' | 'student', password: string }} Account */

/** @type {readonly Omit<Account, 'password'>[]} */
const people = [
  { email: 'instructor@forkyard.example', name: 'Ines Torvik', role: 'instructor' },
  { email: 'student@forkyard.example', name: 'Sami Okafor', role: 'student' },
  { email: 'student2@forkyard.example', name: 'Lena Brandt', role: 'student' },
];

/** @param {string} dataFolder */
export const accountsFile = (dataFolder) => path.join(dataFolder, 'accounts.json');

/**
 * @param {string} dataFolder
 * @returns {Account[]}
 */
export function demonstrationAccounts(dataFolder) {
  const file = accountsFile(dataFolder);
  if (fs.existsSync(file)) {
    try {
      return JSON.parse(fs.readFileSync(file, 'utf8')).accounts;
    } catch (error) {
      throw new UserError(
        `${file} is damaged. Remove it: the next start makes new passwords for the demonstration accounts.`,
        { cause: error },
      );
    }
  }
  const accounts = people.map((person) => ({
    ...person,
    password: randomBytes(12).toString('base64url'),
  }));
  writeAtomically(file, `${JSON.stringify({ accounts }, null, 2)}\n`, 0o600);
  return accounts;
}
