/** For tests: programs compiled by gcc -O0 and run on this machine, where it is Linux on x86-64. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

export const hasGcc =
  process.platform === 'linux' &&
  process.arch === 'x64' &&
  spawnSync('gcc', ['--version']).status === 0;

/** A program that waits for ever fails its test and holds up nobody. */
const RUN_MS_MAX = 60_000;
const OUTPUT_BYTES_MAX = 1 << 26;

/** What the program prints to standard output. Files are made in `folder`. */
export function nativeOutput(folder: string, source: string): string {
  const file = path.join(folder, 'program.c');
  const binary = path.join(folder, 'program');
  fs.writeFileSync(file, source);
  const gcc = spawnSync('gcc', ['-std=gnu11', '-O0', '-w', '-o', binary, file], {
    encoding: 'utf8',
  });
  if (gcc.status !== 0) throw new Error(gcc.stderr);
  const options = { encoding: 'utf8', maxBuffer: OUTPUT_BYTES_MAX, timeout: RUN_MS_MAX } as const;
  return spawnSync(binary, [], options).stdout;
}
