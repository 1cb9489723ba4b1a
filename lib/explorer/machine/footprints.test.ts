import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { imageOf } from '../../kernel/testing/c-program';
import { searchStates } from '../states/state-search';
import { exploredMachine, programOf } from '../testing/c-program';
import { disagreements } from '../testing/commutation';
import type { ExploredProgram } from './explored-program';
import { MachineSystem } from './machine-system';

const corpus = path.join(import.meta.dirname, '../corpus');

/** Of the search that finds out what is shared in the states that are looked at. */
const TRANSITIONS_MAX = 3000;

/** What the footprints of a program's steps say wrongly, in so many of its states. */
function wrong(program: ExploredProgram, statesMax: number): readonly string[] {
  const system = new MachineSystem(program, exploredMachine, { timing: 'any', outputs: true });
  for (;;) {
    const { cutBy } = searchStates(system, {
      bounds: { transitions: TRANSITIONS_MAX },
      observers: [],
      ended: (end) => {
        system.conclude(end);
      },
      violated: () => 'continue',
      keepGoing: () => true,
    });
    system.beginAgain();
    if (cutBy !== 'misjudged') break;
  }
  return disagreements(system, statesMax).map(
    ({ flaw, first, second, why }) =>
      `${flaw}: ${first.thread} (way ${first.way}) and ${second}: ${why}`,
  );
}

describe('footprints of steps', () => {
  it.each([
    [
      'what one thread did before another was joined',
      `static int x;
       static void *work(void *unused) { x = 1; return unused; }
       int main(void) {
         pthread_t one, other;
         pthread_create(&one, NULL, work, NULL);
         pthread_create(&other, NULL, work, NULL);
         x = 2;
         printf("%d", x);
         pthread_join(one, NULL);
         pthread_join(other, NULL);
       }`,
    ],
    [
      'what a detached thread did',
      `static int x;
       static void *work(void *unused) { x = 1; return unused; }
       int main(void) {
         pthread_t one;
         pthread_create(&one, NULL, work, NULL);
         pthread_detach(one);
         x = 2;
         printf("%d", x);
       }`,
    ],
    [
      'a process that ends by its own signal',
      `int main(void) {
         int *x = shared(1);
         if (fork() == 0) { *x = 1; raise(SIGKILL); }
         *x = 2;
         wait(NULL);
       }`,
    ],
    [
      'a process that stops itself',
      `int main(void) {
         pid_t child = fork();
         if (child == 0) { raise(SIGSTOP); _exit(0); }
         waitpid(child, NULL, WUNTRACED);
         kill(child, SIGCONT);
         wait(NULL);
       }`,
    ],
    [
      'private work that fails',
      `static int *volatile nowhere;
       int main(void) {
         int *x = shared(1);
         if (fork() == 0) { if (*x == 0) *nowhere = 1; _exit(0); }
         *x = 1;
         wait(NULL);
       }`,
    ],
    [
      'orphans',
      `int main(void) {
         int *x = shared(1);
         if (fork() == 0) { *x = 1; _exit(0); }
         if (*x) printf("%d", getppid() == 1);
       }`,
    ],
    [
      'the last one of three that close a pipe',
      `int main(void) {
         int ends[2];
         char c;
         pipe(ends);
         for (int k = 0; k < 2; k++)
           if (fork() == 0) { close(ends[1]); _exit(0); }
         close(ends[1]);
         printf("%d", (int)read(ends[0], &c, 1));
       }`,
    ],
    [
      'a lock that closing gives up',
      `#include <sys/file.h>
       int main(void) {
         int fd = open("f", O_CREAT | O_RDWR, 0600);
         if (fork() == 0) {
           int own = open("f", O_RDWR);
           flock(own, LOCK_EX);
           write(own, "c", 1);
           close(own);
           _exit(0);
         }
         flock(fd, LOCK_EX);
         write(fd, "p", 1);
         close(fd);
         wait(NULL);
       }`,
    ],
    [
      'a barrier',
      `static pthread_barrier_t barrier;
       static void *work(void *name) {
         pthread_barrier_wait(&barrier);
         write(1, name, 1);
         return NULL;
       }
       int main(void) {
         pthread_t one;
         pthread_barrier_init(&barrier, NULL, 2);
         pthread_create(&one, NULL, work, "a");
         work("b");
         pthread_join(one, NULL);
       }`,
    ],
    [
      'a signal of a condition that comes before the time is up',
      `static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
       static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
       static void *work(void *unused) { pthread_cond_signal(&changed); return unused; }
       int main(void) {
         pthread_t one;
         struct timespec soon = { 1, 0 };
         pthread_create(&one, NULL, work, NULL);
         pthread_mutex_lock(&lock);
         printf("%d", pthread_cond_timedwait(&changed, &lock, &soon));
         pthread_mutex_unlock(&lock);
         pthread_join(one, NULL);
       }`,
    ],
  ])('say the truth about %s', (_, source) => {
    expect(wrong(programOf(source), 300)).toEqual([]);
  });

  it('say the truth in the first states of the programs of the corpus', () => {
    for (const kind of ['flaws', 'sound'])
      for (const name of fs.readdirSync(path.join(corpus, kind)).sort()) {
        const image = imageOf(name, fs.readFileSync(path.join(corpus, kind, name), 'utf8'));
        const program = { image, argv: ['./program'], env: [], input: new Uint8Array(0) };
        expect({ name, wrong: wrong(program, 25) }).toEqual({ name, wrong: [] });
      }
  }, 600_000);
});
