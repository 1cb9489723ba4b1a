// Imports nothing from node_modules: this is what makes it.
import fs from 'node:fs';
import { inRoot } from './paths.mjs';
import { step } from './report.mjs';
import { runToEnd } from './run.mjs';
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

/**
 * npm writes its hidden lock file last, when everything is in place. Where the folder is a link to
 * another checkout's, npm would empty that one: it is for whoever works there.
 */
function isInstalled() {
  const installed = fs.statSync(inRoot('node_modules/.package-lock.json'), {
    throwIfNoEntry: false,
  });
  if (fs.lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    if (installed !== undefined) return true;
    throw new UserError('node_modules is a link, and nothing is installed where it leads.');
  }
  return (
    installed !== undefined && installed.mtimeMs >= fs.statSync(inRoot('package-lock.json')).mtimeMs
  );
}

async function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, output } = await runNpm(args).catch((/** @type {unknown} */ error) => {
    throw new UserError('npm could not be started; it comes with Node.', { cause: error });
  });
  if (status !== 0) throw new UserError(`The packages could not be installed.\n\n${output}`);
}

/** @param {string[]} args */
function runNpm(args) {
  // Run by npm, we are told where npm is; on Windows the bare name would not start.
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js')
    ? runToEnd(process.execPath, [npm, ...args])
    : runToEnd('npm', args, { shell: process.platform === 'win32' });
}
