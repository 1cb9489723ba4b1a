// Imports nothing from node_modules: this is what makes it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { inRoot, root } from './paths.mjs';
import { step } from './report.mjs';
import { UserError } from './user-error.mjs';

const oldestNode = [20, 19];

/** Installs the packages of the lock file when they are missing or older than it. */
export async function installIfNeeded() {
  requireNode();
  if (isInstalled()) return;
  await step('Install packages', npmCi);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new UserError(
      `Forkyard needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`,
    );
  }
}

/** npm writes its hidden lock file last, when everything is in place. */
function isInstalled() {
  const installed = fs.statSync(inRoot('node_modules/.package-lock.json'), {
    throwIfNoEntry: false,
  });
  return (
    installed !== undefined && installed.mtimeMs >= fs.statSync(inRoot('package-lock.json')).mtimeMs
  );
}

/** @returns {Promise<void>} */
function npmCi() {
  // Run by npm, we are told where npm is; on Windows the bare name would not start.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = npm?.endsWith('.js')
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(new UserError(`npm could not be started: ${error.message}`, { cause: error })),
    );
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new UserError(`The packages could not be installed.\n\n${output}`));
    });
  });
}
