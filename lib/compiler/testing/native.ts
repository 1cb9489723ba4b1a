/** For tests: programs compiled by gcc -O0 and run on this machine, where it is Linux on x86-64. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const hasGcc =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  spawnSync('gcc', ['--version']).status === 0;

/** A program that waits for ever fails its test and holds up nobody. */
const RUN_MS_MAX = 30_000;
const OUTPUT_BYTES_MAX = 1 << 26;
/** What clears away what the test runner would hand down: open files, blocked signals. */
const LAUNCHER = fileURLToPath(new URL('launch.c', import.meta.url));

export interface Behaviour {
  /** As a shell tells it: 128 + N for signal N. */
  readonly status: number;
  readonly stdout: string;
}

/** What the program in `file` does in the working directory `folder`, where its binary is made, too. */
export function nativeBehaviour(folder: string, file: string, stdin = ''): Behaviour {
  const launcher = path.join(folder, '.launch');
  if (!fs.existsSync(launcher)) build(LAUNCHER, launcher);
  const binary = path.join(folder, path.basename(file, '.c'));
  build(file, binary);
  const run = spawnSync(launcher, [binary], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/bin:/usr/bin', NODE_ENV: 'test' },
    input: stdin,
    maxBuffer: OUTPUT_BYTES_MAX,
    timeout: RUN_MS_MAX,
  });
  const status = run.status ?? (run.signal === null ? -1 : 128 + os.constants.signals[run.signal]);
  return { status, stdout: run.stdout };
}

function build(file: string, binary: string): void {
  const options = ['-std=gnu11', '-O0', '-w', '-o', binary];
  const libraries = ['-lm', '-lpthread', '-latomic'];
  const gcc = spawnSync('gcc', [...options, file, ...libraries], { encoding: 'utf8' });
  if (gcc.status !== 0) throw new Error(gcc.stderr);
}

/** What the program prints to standard output. Files are made in `folder`. */
export function nativeOutput(folder: string, source: string): string {
  const file = path.join(folder, 'program.c');
  fs.writeFileSync(file, source);
  return nativeBehaviour(folder, file).stdout;
}
