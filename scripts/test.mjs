// `npm test`: installs what the tests need and runs every check there is. One line for a step;
// what a failed step printed; in the end the sum. `--only NAME` runs one step of those below.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { step } from './lib/report.mjs';
import { runToEnd } from './lib/run.mjs';
import { exitWith, UserError } from './lib/user-error.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

const results = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-test-'));
const total = { passed: 0, failed: 0 };

/** A step has failed; what to show was printed or is in the message. */
class StepFailed extends Error {}

/**
 * A step that is a command: passes if the command does.
 * @param {string} script below scripts/ or node_modules/
 * @param {string[]} [args]
 */
const command =
  (script, args = []) =>
  async () => {
    const { status, output } = await runToEnd(process.execPath, [inRoot(script), ...args]);
    if (status !== 0) throw new StepFailed(output);
  };

/**
 * @param {string} project of vitest.config.ts
 */
const vitest = (project) => async (/** @type {(text: string) => void} */ note) => {
  const file = path.join(results, `${project}.json`);
  const { status, output } = await runToEnd(process.execPath, [
    inRoot('node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  count(note, {
    passed: Number(report?.numPassedTests ?? 0),
    failed: Number(report?.numFailedTests ?? 0),
  });
  if (status !== 0) throw new StepFailed(output);
};

/** @param {(text: string) => void} note */
async function browser(note) {
  // Not before here: they come with the packages that the first step installs.
  const { startTestServer } = await import('./lib/test-server.mjs');
  const { ensureChromium } = await import('./lib/chromium.mjs');
  const chromium = await ensureChromium();
  const server = await startTestServer();
  const file = path.join(results, 'browser.json');
  try {
    const { status, output } = await runToEnd(
      process.execPath,
      [inRoot('node_modules/playwright/cli.js'), 'test'],
      {
        env: {
          CHROMIUM_PATH: chromium,
          FORKYARD_URL: server.address,
          FORKYARD_DATA: server.dataFolder,
          PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        },
      },
    );
    const stats = readReport(file)?.stats;
    count(note, {
      passed: Number(stats?.expected ?? 0) + Number(stats?.flaky ?? 0),
      failed: Number(stats?.unexpected ?? 0),
    });
    if (status !== 0) throw new StepFailed(`${output}\nThe server printed:\n${server.output()}`);
  } finally {
    await server.stop();
  }
}

/**
 * @param {(text: string) => void} note
 * @param {Count} tests
 */
function count(note, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  note(`${passed} passed, ${failed} failed`);
}

/** @param {string} file */
function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

/**
 * Groups run one after the other. Of a group, lanes run at the same time (two: that is how many
 * processors a small machine has), and the steps of a lane one after the other.
 * @type {Record<string, (note: (text: string) => void) => Promise<void>>[][]}
 */
const groups = [
  [
    { lint: command('node_modules/eslint/bin/eslint.js', ['.']) },
    {
      types: command('scripts/typecheck.mjs'),
      format: command('node_modules/prettier/bin/prettier.cjs', ['--check', '.']),
      boundaries: command('scripts/boundaries.mjs'),
      deadcode: command('node_modules/knip/bin/knip.js'),
    },
  ],
  [{ unit: vitest('unit'), integration: vitest('integration') }],
  [{ build: command('scripts/build.mjs'), browser }],
];

/**
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<void>} work
 * @returns {Promise<boolean>} whether it passed
 */
async function runStep(name, work) {
  const failedBefore = total.failed;
  try {
    await step(name, work);
    return true;
  } catch (error) {
    // A step without failed tests that failed all the same counts as one.
    if (total.failed === failedBefore) total.failed += 1;
    if (error instanceof StepFailed || error instanceof UserError) {
      console.error(`\n${error.message.trim()}\n`);
    } else {
      console.error(error);
    }
    return false;
  }
}

/** @returns {string | undefined} */
function onlyStep() {
  const i = process.argv.indexOf('--only');
  if (i < 0) return undefined;
  const names = groups.flat().flatMap((lane) => Object.keys(lane));
  const name = process.argv[i + 1];
  if (name !== undefined && names.includes(name)) return name;
  throw new UserError(`--only needs one of: ${names.join(', ')}.`);
}

try {
  const only = onlyStep();
  await installIfNeeded();
  const { generate } = await import('./generate.mjs');
  generate();
  /** @type {string[]} */
  const failedSteps = [];
  for (const group of groups) {
    await Promise.all(
      group.map(async (lane) => {
        for (const [name, work] of Object.entries(lane)) {
          if (only !== undefined && name !== only) continue;
          if (!(await runStep(name, work))) failedSteps.push(name);
        }
      }),
    );
  }
  if (failedSteps.length > 0) {
    console.log(`\nFailed: ${failedSteps.join(', ')}`);
    process.exitCode = 1;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
} catch (error) {
  exitWith(error);
} finally {
  fs.rmSync(results, { recursive: true, force: true });
}
