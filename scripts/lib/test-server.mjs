// The server that the browser tests look at: the real one, on a data folder, a database and a port
// of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openTemporaryDatabase } from './database.mjs';
import { inRoot, root } from './paths.mjs';
import { pickFreePort } from './ports.mjs';
import { UserError } from './user-error.mjs';

const stopTimeoutMs = 60_000;

/**
 * @returns {Promise<{ address: string, dataFolder: string, output: () => string, stop: () => Promise<void> }>}
 */
export async function startTestServer() {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-browser-'));
  const port = await pickFreePort('127.0.0.1');
  // Without DATABASE_URL the server starts the embedded database of its data folder by itself.
  const database = process.env.DATABASE_URL ? await openTemporaryDatabase() : undefined;
  const child = spawn(process.execPath, [inRoot('scripts/start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
      FORKYARD_DATA: dataFolder,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let isReady = false;
  /** @type {Promise<boolean>} */
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        output += text;
        if (!isReady && output.includes('Forkyard is at')) {
          isReady = true;
          resolve(true);
        }
      });
    }
    child.once('close', () => resolve(false));
  });
  const ended = new Promise((resolve) => child.once('close', resolve));

  const stop = async () => {
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
    await ended;
    clearTimeout(insist);
    await database?.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  };
  if (!(await ready)) {
    await stop();
    throw new UserError(`The server for the browser tests did not start.\n\n${output}`);
  }
  return { address: `http://localhost:${port}`, dataFolder, output: () => output, stop };
}
