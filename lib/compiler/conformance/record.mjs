// Records what gcc -O0 on Linux makes of the programs beside it: `node lib/compiler/conformance/record.mjs [NAME...]`.
// Run after adding or changing a program; the records are what the test holds us to where there is no gcc.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const programs = fileURLToPath(new URL('programs', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-conformance-'));
try {
  const wanted = new Set(process.argv.slice(2));
  for (const file of fs.readdirSync(programs).filter((name) => name.endsWith('.c'))) {
    const name = file.slice(0, -2);
    if (wanted.size > 0 && !wanted.has(name)) continue;
    const binary = path.join(folder, name);
    const source = path.join(programs, file);
    const gcc = spawnSync(
      'gcc',
      ['-std=gnu11', '-O0', '-w', '-o', binary, source, '-lm', '-lpthread', '-latomic'],
      { encoding: 'utf8' },
    );
    if (gcc.status !== 0) throw new Error(gcc.stderr);
    const input = path.join(programs, `${name}.in`);
    const run = spawnSync(binary, [], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: '/bin:/usr/bin', NODE_ENV: 'test' },
      input: fs.existsSync(input) ? fs.readFileSync(input) : '',
      timeout: 20_000,
    });
    const status =
      run.status ?? (run.signal === null ? -1 : 128 + os.constants.signals[run.signal]);
    const record = { status, stdout: run.stdout };
    fs.writeFileSync(
      path.join(programs, `${name}.gcc.json`),
      `${JSON.stringify(record, null, 2)}\n`,
    );
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
