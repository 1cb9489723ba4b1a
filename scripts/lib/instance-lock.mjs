import fs from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './files.mjs';
import { UserError } from './user-error.mjs';

/**
 * One data folder serves one Forkyard at a time: the second would share, and in the end stop, the
 * first one's database. A record whose process is gone is a leftover.
 * @param {string} folder
 * @param {string} address
 * @returns {() => void} gives the folder back
 */
export function lockDataFolder(folder, address) {
  const file = path.join(folder, 'running.json');
  const holder = readHolder(file);
  if (holder !== undefined && isForkyard(holder.pid)) {
    throw new UserError(
      `Forkyard runs already from ${folder}, at ${holder.address} (process ${holder.pid}). For a second one set FORKYARD_DATA to another folder.`,
    );
  }
  writeAtomically(file, `${JSON.stringify({ pid: process.pid, address }, null, 2)}\n`);
  return () => {
    if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
  };
}

/**
 * @param {string} file
 * @returns {{ pid: number, address: string } | undefined}
 */
function readHolder(file) {
  try {
    const holder = JSON.parse(fs.readFileSync(file, 'utf8'));
    return Number.isInteger(holder.pid) && holder.pid > 0 ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isForkyard(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    // Process numbers are used again, above all after a restart of the machine.
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.mjs');
  } catch {
    return false;
  }
}
