import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFolder } from './instance-lock.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'forkyard-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = () => path.join(folder, 'running.json');

test('says where it runs, and takes that back', () => {
  const unlock = lockDataFolder(folder, 'http://localhost:3000');
  expect(JSON.parse(readFileSync(record(), 'utf8'))).toEqual({
    pid: process.pid,
    address: 'http://localhost:3000',
  });
  unlock();
  expect(() => readFileSync(record())).toThrow(/ENOENT/);
});

test('refuses while another one runs', async () => {
  const script = path.join(folder, 'start.mjs');
  writeFileSync(script, 'setInterval(() => undefined, 1000);');
  const other = spawn(process.execPath, [script], { stdio: 'ignore' });
  await new Promise((resolve) => other.once('spawn', resolve));
  const holder = { pid: other.pid, address: 'http://localhost:3001' };
  writeFileSync(record(), JSON.stringify(holder));
  try {
    expect(() => lockDataFolder(folder, 'http://localhost:3000')).toThrow(
      /runs already from .* at http:\/\/localhost:3001/,
    );
  } finally {
    other.kill();
  }
});

test('takes over from one that was killed', () => {
  // The largest process number of Linux and more: nobody's.
  writeFileSync(record(), JSON.stringify({ pid: 2 ** 22 + 1, address: 'http://localhost:3000' }));
  const unlock = lockDataFolder(folder, 'http://localhost:3000');
  unlock();
});

test('a damaged record is nobody', () => {
  writeFileSync(record(), '{');
  lockDataFolder(folder, 'http://localhost:3000')();
});
