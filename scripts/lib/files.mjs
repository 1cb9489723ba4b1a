import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

/**
 * Files below a folder, sorted, as paths relative to it with `/`. Empty if there is no such folder.
 * @param {string} folder
 * @param {(relativePath: string) => boolean} [wanted]
 * @returns {string[]}
 */
export function filesBelow(folder, wanted = () => true) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((relative) => relative.split(path.sep).join('/'))
    .filter(wanted)
    .sort();
}

/**
 * Writes only a changed text, and in one move: a reader never sees half a file, and a watcher
 * isn't woken for nothing.
 * @param {string} file
 * @param {string} text
 * @returns {boolean} whether it was written
 */
export function writeIfChanged(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return false;
  writeAtomically(file, text);
  return true;
}

/**
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export function writeAtomically(file, text, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(temporary, text, { mode });
  fs.renameSync(temporary, file);
}

/**
 * A hash of the names and contents of files and folders of the checkout: equal hash, equal input.
 * @param {readonly string[]} inputs relative to the checkout; missing ones count as absent
 * @param {(relativePath: string) => boolean} [wanted]
 */
export function hashOfInputs(inputs, wanted) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const absolute = inRoot(input);
    const stat = fs.statSync(absolute, { throwIfNoEntry: false });
    const files = stat?.isDirectory()
      ? filesBelow(absolute, wanted).map((file) => path.join(absolute, file))
      : stat
        ? [absolute]
        : [];
    for (const file of files) {
      hash.update(`${path.relative(root, file)}\0`);
      hash.update(fs.readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * What a step made last time, so that it runs again only when its input changed.
 * @param {string} name
 */
export function stamp(name) {
  const file = inRoot('.cache', `${name}.stamp`);
  return {
    /** @param {string} value */
    matches: (value) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') === value,
    /** @param {string} value */
    set: (value) => writeAtomically(file, value),
    clear: () => fs.rmSync(file, { force: true }),
  };
}
