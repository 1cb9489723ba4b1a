// What runs in Node outside of Next is bundled once, so that it starts fast and needs no loader.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';
import { UserError } from './user-error.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} entry
 * @property {string} output
 * @property {boolean} selfContained whether packages are bundled too: faster to start, not for
 *   packages that start threads or load native code
 */

/** @satisfies {Record<string, Bundle>} */
export const bundles = {
  cli: { entry: 'lib/cli/main.ts', output: 'dist/cli.mjs', selfContained: true },
  bench: { entry: 'bench/main.ts', output: 'dist/bench.mjs', selfContained: false },
  worker: { entry: 'lib/jobs/worker.ts', output: 'dist/worker.mjs', selfContained: false },
  gradingThread: {
    entry: 'lib/jobs/grading-thread.ts',
    output: 'dist/grading-thread.mjs',
    selfContained: true,
  },
  quizThread: {
    entry: 'lib/data/quiz-drawing/drawing-thread.ts',
    output: 'dist/quiz-thread.mjs',
    selfContained: true,
  },
  seed: { entry: 'scripts/seed.ts', output: 'dist/seed.mjs', selfContained: false },
};

/** Some bundled packages are CommonJS and call require for Node's own modules. */
const requireForCommonJs =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/** @param {Bundle} bundle */
export async function makeBundle({ entry, output, selfContained }) {
  // Loaded only when there is something to bundle: it takes longer than a fresh command's whole start.
  const { build } = await import('esbuild');
  const startedAt = new Date();
  const temporary = inRoot(`${output}.${process.pid}.tmp.mjs`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [inRoot(entry)],
      outfile: temporary,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      packages: selfContained ? 'bundle' : 'external',
      alias: { 'server-only': inRoot('scripts/stubs/server-only.mjs') },
      banner: { js: requireForCommonJs },
      legalComments: 'none',
      logLevel: 'silent',
    });
    // As old as what it was made from: an edit in the meantime makes it stale.
    fs.utimesSync(temporary, startedAt, startedAt);
    // In one move: a command started at the same moment reads the old bundle or the new one.
    fs.renameSync(temporary, inRoot(output));
  } catch (error) {
    const problems = error instanceof Error ? error.message : String(error);
    throw new UserError(`${entry} could not be bundled.\n\n${problems}`, { cause: error });
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/**
 * All of them, then ends the bundler's own process.
 * @param {readonly Bundle[]} wanted
 */
export async function makeBundles(wanted) {
  await Promise.all(wanted.map(makeBundle));
  const { stop } = await import('esbuild');
  await stop();
}

/**
 * Whether a bundle is missing or older than any file of the folders that it is made from.
 * @param {Bundle} bundle
 * @param {readonly string[]} folders
 */
export function isStale({ output }, folders) {
  const made = fs.statSync(inRoot(output), { throwIfNoEntry: false });
  return made === undefined || folders.some((folder) => newestIn(inRoot(folder)) > made.mtimeMs);
}

/**
 * The latest change of a file or folder below (a folder changes when an entry comes or goes).
 * @param {string} folder
 * @returns {number}
 */
function newestIn(folder) {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return fs
    .readdirSync(folder)
    .reduce((newest, name) => Math.max(newest, newestIn(path.join(folder, name))), stat.mtimeMs);
}
