import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { UserError } from './user-error.mjs';

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {string} description for the terminal; holds no password
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} [release] for a command beside a server: stops what this call
 *   started, leaves alone what was running
 * @property {() => Promise<void>} [restart] starts the server again after it died; only where it is ours
 */

/**
 * The database that DATABASE_URL names, or the embedded one.
 * @param {string} dataFolder
 * @returns {Promise<Database>}
 */
export async function openDatabase(dataFolder) {
  const outside = await outsideDatabase();
  if (outside !== undefined) return outside;
  const folder = path.join(dataFolder, 'postgres');
  let embedded = await startEmbeddedPostgres(folder);
  const { url, reused } = embedded;
  const stop = () => embedded.stop();
  return {
    url,
    description: reused ? 'embedded, was running already' : 'embedded',
    stop,
    release: reused ? async () => undefined : stop,
    restart: async () => {
      embedded = await startEmbeddedPostgres(folder);
      if (embedded.url !== url) {
        throw new UserError(
          'the embedded database had to move to another port; stop and start again.',
        );
      }
    },
  };
}

/**
 * An empty database for one run of tests: on the server that DATABASE_URL names a database of its
 * own, dropped in the end; otherwise an embedded one in a temporary folder.
 * @returns {Promise<Database>}
 */
export async function openTemporaryDatabase() {
  const outside = await outsideDatabase();
  if (outside === undefined) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-database-'));
    const embedded = await startEmbeddedPostgres(folder);
    return {
      url: embedded.url,
      description: 'embedded, temporary',
      stop: async () => {
        await embedded.stop();
        fs.rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  const name = `forkyard_test_${randomBytes(6).toString('hex')}`;
  try {
    await query(outside.url, `CREATE DATABASE ${name}`);
  } catch (error) {
    throw new UserError(
      `The tests need a database of their own on the server of DATABASE_URL and could not make one: ${message(error)}. ` +
        'Allow it with ALTER ROLE … CREATEDB, or leave DATABASE_URL unset to use the embedded database.',
      { cause: error },
    );
  }
  const url = new URL(outside.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    description: `${name} on ${url.host}`,
    stop: () => query(outside.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** @param {string} url */
export async function databaseAnswers(url) {
  try {
    await query(url, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<Database | undefined>} */
async function outsideDatabase() {
  const text = process.env.DATABASE_URL;
  if (text === undefined || text === '') return undefined;
  const url = parseDatabaseUrl(text);
  const where = `${url.pathname.slice(1)} on ${url.host}`;
  try {
    await query(url.href, 'SELECT 1');
  } catch (error) {
    throw new UserError(
      `The database of DATABASE_URL (${where}) can't be used: ${message(error)}.`,
      {
        cause: error,
      },
    );
  }
  return { url: url.href, description: where, stop: async () => {} };
}

/** @param {string} text */
function parseDatabaseUrl(text) {
  const form = 'postgresql://USER:PASSWORD@HOST:5432/DATABASE';
  if (!URL.canParse(text)) {
    throw new UserError(`DATABASE_URL is not an address. It should look like ${form}.`);
  }
  const url = new URL(text);
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:') {
    throw new UserError(
      `DATABASE_URL begins with ${url.protocol}// but Forkyard needs PostgreSQL: ${form}.`,
    );
  }
  if (url.pathname.length < 2) {
    throw new UserError(`DATABASE_URL names no database. It should look like ${form}.`);
  }
  return url;
}

/**
 * @param {string} url
 * @param {string} sql
 */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // An error outside a query would end the process; the query itself reports what matters.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @param {unknown} error
 * @returns {string}
 */
function message(error) {
  // A refused connection is an AggregateError, one for each address, with an empty message.
  if (error instanceof AggregateError) return error.errors.map(message).join(', ');
  return error instanceof Error ? error.message : String(error);
}
