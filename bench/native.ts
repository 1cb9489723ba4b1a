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
  /** Processor time of the program alone, to the microsecond. */
  readonly processorMs: () => number;
  /** Compiles it with gcc -O0 and links it. */
  readonly compileMs: () => number;
  /** Processor time of that. */
  readonly compileProcessorMs: () => number;
}

/** To be removed at the end. */
const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-bench-'));
  if (folders.length === 0) {
    process.once('exit', () => {
      for (const made of folders) fs.rmSync(made, { recursive: true, force: true });
    });
  }
  folders.push(folder);
  return folder;
}

export function nativeProgram(name: string, definitions: Definitions = {}): NativeProgram {
  return nativeProgramOf(name, programText(name, definitions));
}

export function nativeProgramOf(
  name: string,
  text: string,
  args: readonly string[] = [],
  input = '',
): NativeProgram {
  const folder = temporaryFolder();
  const source = path.join(folder, name);
  const binary = path.join(folder, 'a.out');
  fs.writeFileSync(source, text);
  const compiling = ['-O0', '-pthread', '-o', binary, source];
  const compileMs = () =>
    timeMs(() => {
      run('gcc', compiling);
    });
  compileMs();
  return {
    compileMs,
    compileProcessorMs: () => processorMsOf('gcc', compiling),
    processorMs: () => processorMsOf(binary, args, input),
    runMs: () =>
      timeMs(() => {
        run(binary, args);
      }),
  };
}

function run(command: string, args: readonly string[], input = ''): string {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return stderr;
}

let timer: string | null = null;

/** Of a command and its children, to the microsecond. It may end with any status, but not by a signal. */
export function processorMsOf(command: string, args: readonly string[] = [], input = ''): number {
  if (timer === null) {
    timer = path.join(temporaryFolder(), 'timer');
    fs.writeFileSync(`${timer}.c`, TIMER);
    run('gcc', ['-O0', '-o', timer, `${timer}.c`]);
  }
  return Number(run(timer, [command, ...args], input)) / 1000;
}

/** Runs a program and prints the microseconds of processor time that it and its children took. */
const TIMER = `
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
int main(int argc, char **argv) {
  (void)argc;
  pid_t pid = fork();
  if (pid == 0) {
    dup2(open("/dev/null", O_WRONLY), 1);
    dup2(1, 2);
    execvp(argv[1], argv + 1);
    raise(SIGKILL);
  }
  int status;
  struct rusage used;
  wait4(pid, &status, 0, &used);
  fprintf(stderr, "%ld", (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec + used.ru_stime.tv_usec);
  return WIFEXITED(status) ? 0 : 1;
}
`;
