import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inRoot, root } from './paths.mjs';

const stopTimeoutMs = 20_000;
const backoffFirstMs = 500;
const backoffMaxMs = 30_000;
/** A process that ran for so long was well: the next restart is a quick one again. */
const wellAfterMs = 60_000;

/**
 * @typedef {object} Child
 * @property {Promise<number | string>} ended resolves with its exit status or its signal
 * @property {() => Promise<void>} stop asks it to end, and insists after a while
 */

/**
 * @typedef {object} Program
 * @property {string} name put before each line that it prints
 * @property {string[]} args for node
 * @property {Record<string, string>} env
 */

/**
 * Starts a Node process of ours. It gets a group of its own, so that Ctrl-C at the terminal reaches
 * only the supervisor, which ends its children in order.
 * @param {Program} program
 * @returns {Child}
 */
export function startChild({ name, args, env }) {
  const child = spawn(
    process.execPath,
    ['--import', inRoot('scripts/lib/exit-with-parent.mjs'), ...args],
    {
      cwd: root,
      env: { ...process.env, ...env, FORKYARD_SUPERVISOR: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    },
  );
  for (const [from, to] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    if (from !== null)
      createInterface({ input: from }).on('line', (line) => to.write(`${name} | ${line}\n`));
  }
  /** @type {Promise<number | string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (status, signal) => resolve(status ?? signal ?? 'unknown'));
  });
  return {
    ended,
    async stop() {
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs);
      await ended;
      clearTimeout(insist);
    },
  };
}

/**
 * Keeps a process running: starts it again when it ends, later each time it fails soon.
 * @param {Program} program
 * @returns {{ stop: () => Promise<void> }}
 */
export function keepRunning(program) {
  let stopping = false;
  let backoffMs = backoffFirstMs;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let child = start();

  function start() {
    const startedAt = Date.now();
    const started = startChild(program);
    void started.ended.then((how) => {
      if (stopping) return;
      if (Date.now() - startedAt > wellAfterMs) backoffMs = backoffFirstMs;
      console.error(
        `${program.name} | ended unexpectedly (${how}); starts again in ${backoffMs / 1000} s`,
      );
      timer = setTimeout(() => (child = start()), backoffMs);
      backoffMs = Math.min(backoffMs * 2, backoffMaxMs);
    });
    return started;
  }

  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await child.stop();
    },
  };
}
