#!/usr/bin/env node
// Prisma's schema engine for machines where the native one can't be downloaded: the WebAssembly
// build behind the same JSON-RPC over stdin and stdout that the Prisma command line speaks.
// What the Prisma command line starts; nobody calls it by hand (see scripts/lib/prisma-cli.mjs).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

const require = createRequire(import.meta.url);
const args = process.argv.slice(2);

if (args.includes('--version')) {
  console.log('schema-engine-cli wasm');
  process.exit(0);
}

/**
 * Every value given for a flag.
 * @param {string} flag
 * @returns {string[]}
 */
function valuesOf(flag) {
  return args.flatMap((arg, i) => {
    const value = args[i + 1];
    return arg === flag && value !== undefined ? [value] : [];
  });
}

const [datasource] = valuesOf('--datasource');
/** @type {string | undefined} */
const url = datasource === undefined ? undefined : JSON.parse(datasource).url;

// The engine's interface is its own and untyped; what it returns is passed on as it is.
/** @typedef {any} Untyped */

/** @returns {Promise<Untyped>} */
async function loadEngineModule() {
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  /** @type {Untyped} */
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const { instance } = await WebAssembly.instantiate(
    fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': glue },
  );
  /** @type {Untyped} */
  const exports = instance.exports;
  // Where the engine puts the text of its panics; without it a panic tells nothing.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      /** @param {string} message */
      set_message: (message) => process.stderr.write(`${message}\n`),
    },
  });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return glue;
}

/** A PostgreSQL in memory: `migrate dev` replays all migrations in one, with no CREATEDB right needed. */
async function memoryAdapter() {
  const { PGlite } = await import('@electric-sql/pglite');
  const { PrismaPGlite } = await import('pglite-prisma-adapter');
  const database = await PGlite.create('memory://');
  const adapter = await new PrismaPGlite(database).connect();
  return withWholeScripts(adapter, (script) => database.exec(script));
}

/** @param {string} connectionString */
async function serverAdapter(connectionString) {
  const { ColumnTypeEnum } = await import('@prisma/driver-adapter-utils');
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const charColumns = acceptChar();
  const pool = new pg.Pool({ connectionString });
  const adapter = await new PrismaPg(pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  /** @type {typeof queryRaw} */
  adapter.queryRaw = async (query) => {
    charColumns.clear();
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, i) =>
      charColumns.has(i) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return withWholeScripts(adapter, (script) => pool.query(script));
}

/**
 * The adapter refuses the type "char", in which the catalogues keep kinds of things. It is shown
 * text instead; which columns it was of the last query's is in the set returned (the engine asks
 * one query after the other).
 * @returns {Set<number>}
 */
function acceptChar() {
  const charOid = 18;
  const textOid = 25;
  /** @type {Set<number>} */
  const charColumns = new Set();
  /** @type {Untyped} */
  const prototype = require('pg/lib/result.js').prototype;
  const addFields = prototype.addFields;
  /** @param {{ dataTypeID: number }[]} fields */
  prototype.addFields = function addFieldsWithText(fields) {
    for (const [i, field] of fields.entries()) {
      if (field.dataTypeID !== charOid) continue;
      field.dataTypeID = textOid;
      charColumns.add(i);
    }
    return addFields.call(this, fields);
  };
  return charColumns;
}

/**
 * The adapters cut a script at each semicolon, also inside a function's body, or don't wait for it.
 * @template {object} Adapter
 * @param {Adapter} adapter
 * @param {(script: string) => Promise<unknown>} execute
 */
function withWholeScripts(adapter, execute) {
  return Object.assign(adapter, {
    executeScript: async (/** @type {string} */ script) => {
      await execute(script);
    },
  });
}

const adapterFactory = {
  provider: 'postgres',
  adapterName: 'forkyard-schema-engine',
  connect: () => (url === undefined ? memoryAdapter() : serverAdapter(url)),
  connectToShadowDb: memoryAdapter,
};

/** @returns {Promise<Untyped>} */
async function makeEngine() {
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const { SchemaEngine } = await loadEngineModule();
  const models = valuesOf('--datamodels').map((file) => [file, fs.readFileSync(file, 'utf8')]);
  const options = models.length > 0 ? { datamodels: models } : {};
  /** @type {Untyped} */
  const factory = adapterFactory;
  return SchemaEngine.new(options, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}

/**
 * The engine throws errors whose message is JSON.
 * @param {unknown} error
 * @returns {{ is_panic?: boolean, message: string, error_code?: string, meta?: unknown }}
 */
function errorData(error) {
  const message = error instanceof Error ? error.message : String(error);
  try {
    return JSON.parse(message);
  } catch {
    return { message };
  }
}

/** `cli can-connect-to-database`: the answer is the exit status. */
async function checkConnection() {
  try {
    const engine = await makeEngine();
    await engine.ensureConnectionValidity({ datasource: { tag: 'ConnectionString', url } });
    process.exit(0);
  } catch (error) {
    const { message, error_code } = errorData(error);
    const fields = { message, error_code: error_code ?? 'P1001' };
    const timestamp = new Date().toISOString();
    const line = { timestamp, level: 'ERROR', fields, target: 'schema_engine::logger' };
    process.stderr.write(`\n${JSON.stringify(line)}\n`);
    process.exit(1);
  }
}

/** @param {object} reply */
function send(reply) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...reply })}\n`);
}

/** @type {Promise<Untyped> | undefined} */
let engine;

/**
 * These replay the migrations in the shadow database, which the WebAssembly build gives them no way
 * to reach, unless the engine still knows the outcome from a call that can.
 */
const needsMigrationsKnown = new Set(['evaluateDataLoss', 'createMigration']);

/** @param {{ id: number, method: string, params: Untyped }} request */
async function answer({ id, method, params }) {
  try {
    engine ??= makeEngine();
    const calls = await engine;
    const name = method === 'getDatabaseVersion' ? 'version' : method;
    if (method === 'createDatabase') {
      send({ id, result: { databaseName: '' } });
      return;
    }
    if (needsMigrationsKnown.has(method)) {
      const { migrationsList, filters } = params;
      await calls.devDiagnostic({ migrationsList, filters });
    }
    if (typeof calls[name] !== 'function') throw new Error(`unsupported method ${method}`);
    const result = await calls[name](params);
    if (method === 'diff' && result?.stdout) {
      send({ id: 1_000_000 + id, method: 'print', params: { content: result.stdout } });
    }
    send({ id, result: result ?? {} });
  } catch (error) {
    const data = { is_panic: false, ...errorData(error) };
    send({ id, error: { code: 4466, message: 'Check the data field for details.', data } });
  }
}

function serve() {
  let queue = Promise.resolve();
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  lines.on('line', (line) => {
    const request = parseRequest(line);
    if (request !== undefined) queue = queue.then(() => answer(request));
  });
  lines.on('close', () => void queue.then(() => process.exit(0)));
}

/** @param {string} line */
function parseRequest(line) {
  try {
    const request = JSON.parse(line);
    return typeof request.method === 'string' ? request : undefined;
  } catch {
    return undefined;
  }
}

if (args.includes('cli')) await checkConnection();
else serve();
