/** For tests: C programs on a machine. */
import { compile } from '../../compiler/compile';
import { userFile } from '../../compiler/diagnostics';
import type { ProgramImage } from '../../abi/image';
import { userlandExecutables } from '../../userland/executables';
import { defaultBudgets } from '../budgets';
import { Machine } from '../machine';
import type { MachineOptions } from '../machine-options';
import { roundRobin } from '../scheduling/policies/round-robin';

const HEADERS = `#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>
`;

export function imageOf(name: string, source: string): ProgramImage {
  const { image, diagnostics } = compile([userFile(name, source)]);
  if (image === null)
    throw new Error(
      diagnostics.map(({ line, message }) => `${name}:${line}: ${message}`).join('\n'),
    );
  return image;
}

export function bootImage(image: ProgramImage, options: Partial<MachineOptions> = {}): Machine {
  const machine = new Machine({
    executables: userlandExecutables(),
    scheduler: roundRobin(1000),
    budgets: defaultBudgets,
    terminal: false,
    trace: 'full',
    orphans: 'init',
    ...options,
  });
  machine.boot(image, [`./${image.name.replace(/\.c$/, '')}`], ['PATH=/bin']);
  return machine;
}

/** Boots a program given as the body of main, the usual headers before it. Nothing has run yet. */
export function bootMain(body: string, options: Partial<MachineOptions> = {}): Machine {
  return bootImage(
    imageOf('test.c', `${HEADERS}int main(void) {\n${body}\nreturn 0;\n}\n`),
    options,
  );
}

/** Runs to the end with no input. */
export function runMain(body: string, options: Partial<MachineOptions> = {}): Machine {
  const machine = bootMain(body, options);
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine;
}
