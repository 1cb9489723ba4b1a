// The supervisor: database, migrations, seed and build, then the web server and the grading worker
// until it is told to stop.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountsFile, demonstrationAccounts } from './accounts.mjs';
import { buildBundles, buildPages } from './build.mjs';
import { keepRunning, startChild } from './children.mjs';
import { dataFolder, sessionSecret } from './data-folder.mjs';
import { databaseAnswers, openDatabase } from './database.mjs';
import { lockDataFolder } from './instance-lock.mjs';
import { applyMigrations } from './migrations.mjs';
import { inRoot, root } from './paths.mjs';
import { isPortFree } from './ports.mjs';
import { step } from './report.mjs';
import { runSeed } from './seed.mjs';
import { UserError } from './user-error.mjs';

const readyTimeoutMs = 120_000;
const databaseCheckMs = 2000;
const parentCheckMs = 250;

/** @param {{ development: boolean }} options */
export async function serve({ development }) {
  const stop = stopSignal();
  /** What to undo in the end, the last first. @type {(() => Promise<void>)[]} */
  const cleanups = [];
  try {
    await runUntilStopped({ development, stop, cleanups });
  } finally {
    for (const cleanup of cleanups.reverse()) {
      await cleanup().catch((/** @type {unknown} */ error) => console.error(error));
    }
  }
  // Nothing is left to do; a handle that someone forgot must not keep the terminal.
  process.exit(0);
}

/**
 * @param {object} context
 * @param {boolean} context.development
 * @param {{ requested: Promise<void>, throwIfRequested: () => void }} context.stop
 * @param {(() => Promise<void>)[]} context.cleanups
 */
async function runUntilStopped({ development, stop, cleanups }) {
  const port = webPort();
  const host = process.env.HOST || '127.0.0.1';
  const folder = dataFolder();
  const address = `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  if (!(await isPortFree(port, host))) {
    throw new UserError(
      `Port ${port} is in use, perhaps by another Forkyard. End that, or choose another port: PORT=${port + 1} npm ${development ? 'run dev' : 'start'}`,
    );
  }

  const unlock = lockDataFolder(folder, address);
  cleanups.push(async () => unlock());

  const database = await step('Start the database', async (note) => {
    const opened = await openDatabase(folder);
    note(opened.description);
    return opened;
  });
  cleanups.push(() => database.stop());
  stop.throwIfRequested();

  await step('Apply migrations', async (note) => {
    const applied = await applyMigrations(database.url);
    note(applied.length === 0 ? 'up to date' : `${applied.length} applied`);
  });
  await step('Bundle the worker', async (note) => {
    if (!(await buildBundles())) note('up to date');
  });
  stop.throwIfRequested();

  const accounts = demonstrationAccounts(folder);
  const env = serverEnvironment({ databaseUrl: database.url, folder, address, development });
  const course = await step('Prepare the demonstration course', async (note) => {
    const report = await runSeed(env, accounts);
    note(report.published.length === 0 ? 'up to date' : `${report.published.length} items`);
    return report;
  });
  if (!development) {
    await step('Build the pages', async (note) => {
      if (!(await buildPages())) note('up to date');
    });
  }
  stop.throwIfRequested();

  const web = startChild({ name: 'web', args: nextArguments({ development, host, port }), env });
  cleanups.push(() => web.stop());
  const worker = keepRunning({ name: 'worker', args: [inRoot('dist/worker.mjs')], env });
  cleanups.push(() => worker.stop());
  const watch = watchDatabase(database);
  cleanups.push(watch.stop);

  await step('Serve', () =>
    Promise.race([untilReady(`http://${host}:${port}`, web), stop.requested]),
  );
  stop.throwIfRequested();
  console.log(welcome(address, accounts, folder, course));

  const ended = await Promise.race([stop.requested, web.ended]);
  if (ended !== undefined) throw webEnded(ended);
  console.log('\nStopping …');
}

function webPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new UserError(`PORT is "${text}": it should be a number from 1 to 65535.`);
  }
  return port;
}

/** Thrown to leave the start when a signal came in the middle of it. */
class Stopped extends UserError {
  constructor() {
    super('stopped before it was ready.');
  }
}

/** The first Ctrl-C or termination ends everything in order; a second Ctrl-C ends at once. */
function stopSignal() {
  let wasRequested = false;
  const requested = new Promise((/** @type {(value: undefined) => void} */ resolve) => {
    const request = () => {
      wasRequested = true;
      resolve(undefined);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (wasRequested && signal === 'SIGINT') process.exit(130);
        request();
      });
    }
    whenNpmIsGone(request);
  });
  return {
    requested,
    throwIfRequested() {
      if (wasRequested) throw new Stopped();
    },
  };
}

/**
 * npm starts us through a shell and passes a termination on to that shell only: it ends, and we
 * are not told. We notice that our parent is another one.
 * @param {() => void} action
 */
function whenNpmIsGone(action) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    action();
  }, parentCheckMs);
  timer.unref();
}

/**
 * @param {{ databaseUrl: string, folder: string, address: string, development: boolean }} settings
 * @returns {Record<string, string>}
 */
function serverEnvironment({ databaseUrl, folder, address, development }) {
  return {
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: sessionSecret(folder),
    // Without an address of its own, an installation answers at whichever it is called by.
    ...(process.env.NEXTAUTH_URL ? {} : { NEXTAUTH_URL: address, AUTH_TRUST_HOST: 'true' }),
  };
}

/** @param {{ development: boolean, host: string, port: number }} settings */
function nextArguments({ development, host, port }) {
  return [
    path.join(root, 'node_modules/next/dist/bin/next'),
    development ? 'dev' : 'start',
    '--hostname',
    host,
    '--port',
    String(port),
  ];
}

/**
 * @param {string} url
 * @param {import('./children.mjs').Child} web
 */
async function untilReady(url, web) {
  const deadline = Date.now() + readyTimeoutMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    const ended = await Promise.race([web.ended, sleep(100)]);
    if (ended !== undefined) throw webEnded(ended);
    try {
      const response = await fetch(url, { redirect: 'manual' });
      await response.body?.cancel();
      if (response.status < 500) return;
      last = `status ${response.status}`;
    } catch {
      last = 'no answer';
    }
  }
  throw new UserError(`The web server did not become ready (${last}); its last lines are above.`);
}

/** @param {number | string} how */
function webEnded(how) {
  return new UserError(`The web server ended unexpectedly (${how}); its last lines are above.`);
}

/**
 * Says so when the database goes away and when it is back; the embedded one is started again. The
 * web server and the worker connect again by themselves.
 * @param {import('./database.mjs').Database} database
 */
function watchDatabase(database) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const watching = watch();

  async function watch() {
    let isLost = false;
    while (await pause(databaseCheckMs, signal)) {
      const answers = await databaseAnswers(database.url);
      if (answers && isLost) console.error('forkyard: the database answers again.');
      if (!answers && !isLost) {
        console.error('forkyard: the database does not answer; pages and grading wait for it.');
      }
      isLost = !answers;
      if (isLost) {
        await database.restart?.().catch((/** @type {unknown} */ error) => {
          console.error(`forkyard: ${error instanceof Error ? error.message : String(error)}`);
        });
      }
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
}

/**
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} false when it was cut short
 */
function pause(milliseconds, signal) {
  return sleep(milliseconds, true, { signal }).catch(() => false);
}

/**
 * @param {string} address
 * @param {import('./accounts.mjs').Account[]} accounts
 * @param {string} folder
 * @param {import('../../lib/data/seed').SeedReport} course
 */
function welcome(address, accounts, folder, course) {
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const lines = accounts.map(
    ({ role, email, password }) => `    ${role.padEnd(10)}  ${email.padEnd(width)}  ${password}`,
  );
  return `
  Forkyard is at ${address}

  Sign in with one of the demonstration accounts (kept in ${path.relative(process.cwd(), accountsFile(folder))}):
${lines.join('\n')}
  New accounts join the course "${course.courseTitle}" with the code ${course.joinCode}

  Ctrl-C stops it.
`;
}
