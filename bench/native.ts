/** The same C programs by gcc on this machine: the other side of each ratio. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { timeMs } from './measure';

export function hasGcc(): boolean {
  return spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status === 0;
}

export type Definitions = Readonly<Record<string, number>>;

export function programText(name: string, definitions: Definitions = {}): string {
  const defines = Object.entries(definitions).map(([key, value]) => `#define ${key} ${value}\n`);
  return defines.join('') + fs.readFileSync(path.join('bench/programs', name), 'utf8');
}

export interface NativeProgram {
  /** Starts the program and waits for it. */
  readonly runMs: () => number;
  /** Compiles it with gcc -O0 and links it. */
  readonly compileMs: () => number;
}

export function nativeProgram(name: string, definitions: Definitions = {}): NativeProgram {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-bench-'));
  process.once('exit', () => {
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const source = path.join(folder, name);
  const binary = path.join(folder, 'a.out');
  fs.writeFileSync(source, programText(name, definitions));
  const run = (command: string, args: readonly string[]) => {
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  };
  const compileMs = () =>
    timeMs(() => {
      run('gcc', ['-O0', '-o', binary, source]);
    });
  compileMs();
  return {
    compileMs,
    runMs: () =>
      timeMs(() => {
        run(binary, []);
      }),
  };
}
