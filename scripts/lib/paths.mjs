import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. Scripts work from here, wherever they are called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts);

/**
 * True when the module is the one that `node` was asked to run.
 * @param {string} moduleUrl
 */
export function isMain(moduleUrl) {
  const entry = process.argv[1];
  return entry !== undefined && fileURLToPath(moduleUrl) === path.resolve(entry);
}
