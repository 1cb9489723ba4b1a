// One process at a time, among several that were started at once.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does the work while no other process holds the lock. One whose holder is gone is taken over.
 * @template T
 * @param {string} file what stands for the lock: holds its owner's process number
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) await sleep(50);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  // A link appears whole, with the number in it, or not at all.
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    removeIfAbandoned(file);
    return false;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** @param {string} file */
function removeIfAbandoned(file) {
  let owner;
  try {
    owner = Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return; // It was released in the meantime.
  }
  try {
    process.kill(owner, 0);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    // Two that see this at once may both go on in the end: that costs time only.
    if (gone) fs.rmSync(file, { force: true });
  }
}
