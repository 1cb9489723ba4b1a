/** This computer, as far as it has gcc: the second way for programs of quizzes. Runs what authors wrote. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Asked } from '../../grading/quiz/computed/program-runs';
import type { NativeMachine } from '../../grading/quiz/second-way';
import type { TreeShape } from '../../trace/tree-shape';

const RUN_TIMEOUT_MS = 10_000;

/** Put before a program: each fork notes who created whom, in a file that the environment names. */
const FORK_NOTES = `#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static pid_t noted_fork(void) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    char line[64];
    snprintf(line, sizeof line, "%d %d\\n", (int)parent, (int)getpid());
    int file = open(getenv("FORK_NOTES"), O_WRONLY | O_APPEND);
    if (write(file, line, strlen(line)) < 0) abort();
    close(file);
  }
  return child;
}
#define fork noted_fork
`;

/** Null where there is no gcc. Call `close` in the end. */
export function openNativeMachine(): (NativeMachine & { close(): void }) | null {
  if (spawnSync('gcc', ['--version']).status !== 0) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-native-'));
  const source = path.join(folder, 'program.c');
  const notes = path.join(folder, 'notes');
  const header = path.join(folder, 'fork-notes.h');
  fs.writeFileSync(header, FORK_NOTES);

  const run = ({ program, stdin }: Asked, flags: readonly string[]) => {
    const binary = path.join(folder, 'program');
    fs.writeFileSync(source, program);
    fs.writeFileSync(notes, '');
    const made = spawnSync('gcc', [
      '-w',
      '-g',
      ...flags,
      '-o',
      binary,
      source,
      '-lpthread',
      '-lrt',
    ]);
    if (made.status !== 0) return null;
    const ran = spawnSync(binary, [], {
      input: stdin,
      encoding: 'utf8',
      timeout: RUN_TIMEOUT_MS,
      killSignal: 'SIGKILL',
      cwd: folder,
      env: { ...process.env, FORK_NOTES: notes },
    });
    return ran.error === undefined ? { stdout: ran.stdout, stderr: ran.stderr } : null;
  };

  return {
    output: remembered((asked) => run(asked, [])?.stdout ?? null),
    tree: remembered((asked) =>
      run(asked, ['-include', header]) === null ? null : treeIn(fs.readFileSync(notes, 'utf8')),
    ),
    faultyLines: remembered((asked) => {
      const ran = run(asked, ['-fsanitize=address,undefined', '-fno-sanitize-recover=undefined']);
      return ran === null ? null : linesIn(ran.stderr);
    }),
    close: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

function remembered<R>(ask: (asked: Asked) => R): (asked: Asked) => R {
  const kept = new Map<string, R>();
  return (asked) => {
    const key = JSON.stringify(asked);
    const before = kept.get(key);
    if (before !== undefined) return before;
    const answer = ask(asked);
    kept.set(key, answer);
    return answer;
  };
}

/** From lines "parent child". */
function treeIn(notes: string): TreeShape {
  const pairs = notes
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' '));
  const children = new Set(pairs.map(([, child]) => child));
  const root = pairs.map(([parent]) => parent).find((parent) => !children.has(parent));
  const shape = (pid: string | undefined): TreeShape => ({
    children: pairs.filter(([parent]) => parent === pid).map(([, child]) => shape(child)),
  });
  return root === undefined ? { children: [] } : shape(root);
}

/** Lines of the program in a sanitizer's report; null: it found nothing. */
function linesIn(report: string): readonly number[] | null {
  const found = [...report.matchAll(/program\.c:(\d+)/g)].map(([, line]) => Number(line));
  return found.length === 0 ? null : found;
}
