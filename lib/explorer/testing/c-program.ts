/** For tests: C programs, explored. */
import { defaultBudgets } from '../../kernel/budgets';
import { imageOf } from '../../kernel/testing/c-program';
import { userlandExecutables } from '../../userland/executables';
import { explore, type ExploreOptions } from '../explore';
import type { ExploredMachine, ExploredProgram } from '../machine/explored-program';
import type { ExplorationResult } from '../result';

/** What stands before a program's source: its lines count. */
export const TEST_HEADERS = `#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
static int *shared(int count) {
  return mmap(NULL, sizeof(int) * count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}
`;

export const exploredMachine: ExploredMachine = {
  executables: userlandExecutables(),
  budgets: defaultBudgets,
  terminal: false,
  orphans: 'init',
};

/** Functions and declarations, main among them; the usual headers come before. */
export function programOf(source: string): ExploredProgram {
  return {
    image: imageOf('test.c', TEST_HEADERS + source),
    argv: ['./test'],
    env: ['PATH=/bin'],
    input: new Uint8Array(0),
  };
}

export function exploreC(
  source: string,
  options: Partial<Omit<ExploreOptions, 'program' | 'machine'>> = {},
): ExplorationResult {
  return explore({ program: programOf(source), machine: exploredMachine, ...options });
}

/** What can be on standard output at the end. */
export function outputsOf(result: ExplorationResult): readonly string[] {
  return [...new Set(result.outputs.map(({ stdout }) => stdout))].sort();
}
