// Records what dash and coreutils make of the shell cases: node lib/userland/testing/record.mjs [--check]
// With --check nothing is written; the exit status says whether the records are still true.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folder = new URL('shell/', import.meta.url);
const check = process.argv.includes('--check');
let differ = 0;

/** @param {string} script */
function run(script) {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'shell-case-'));
  const home = path.join(top, 'student');
  const bin = path.join(top, 'bin');
  fs.mkdirSync(home);
  fs.mkdirSync(bin);
  fs.symlinkSync('/usr/bin/dash', path.join(bin, 'sh'));
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    NODE_ENV: 'test',
    PATH: `${bin}:/usr/bin:/bin`,
    HOME: home,
    USER: 'student',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
  const { stdout, stderr, status } = spawnSync('/usr/bin/dash', ['-c', script], {
    argv0: 'sh',
    cwd: home,
    env,
    input: '',
    encoding: 'utf8',
  });
  fs.rmSync(top, { recursive: true });
  const plain = (/** @type {string} */ text) => text.replaceAll(home, '/home/student');
  return { stdout: plain(stdout), stderr: plain(stderr), status };
}

for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.sh'))) {
  /** @type {Record<string, ReturnType<typeof run>>} */
  const results = {};
  const text = fs.readFileSync(new URL(file, folder), 'utf8');
  for (const part of text.split(/^### /m).slice(1)) {
    const end = part.indexOf('\n');
    const title = part.slice(0, end);
    if (title in results) throw new Error(`${file}: "${title}" twice`);
    results[title] = run(part.slice(end + 1));
  }
  const record = new URL(file.replace(/\.sh$/, '.json'), folder);
  const json = `${JSON.stringify(results, null, 2)}\n`;
  if (!check) fs.writeFileSync(record, json);
  else if (fs.readFileSync(record, 'utf8') !== json) {
    console.error(`${file}: dash does something else than the record says`);
    differ += 1;
  }
}
process.exitCode = differ === 0 ? 0 : 1;
