import { readFileSync, rmSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'forkyard-embedded-'));
});

afterAll(async () => {
  const last = await startEmbeddedPostgres(folder);
  await last.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = await client.query<Record<string, unknown>>(sql);
    return result.rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  const [pid] = readFileSync(path.join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n');
  return Number(pid);
}

test('keeps what was committed when the server is killed, and its port', async () => {
  const first = await startEmbeddedPostgres(folder);
  await query(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)');
  process.kill(postmasterPid(), 'SIGKILL');

  const second = await startEmbeddedPostgres(folder);
  expect(second.url).toBe(first.url);
  expect(second.reused).toBe(false);
  expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  await second.stop();
});

test('uses a running server again', async () => {
  const first = await startEmbeddedPostgres(folder);
  const second = await startEmbeddedPostgres(folder);
  expect(second).toMatchObject({ url: first.url, reused: true });
  await second.stop();
  await expect(query(first.url, 'SELECT 1')).rejects.toThrow();
});

test('lets nobody in without the password, which only the owner can read', async () => {
  const database = await startEmbeddedPostgres(folder);
  const url = new URL(database.url);
  url.password = 'guess';
  await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(path.join(folder, 'connection.json')).mode & 0o777).toBe(0o600);
  await database.stop();
});
