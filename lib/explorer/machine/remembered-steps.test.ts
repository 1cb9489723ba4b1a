import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../compiler/compile';
import { userFile } from '../../compiler/diagnostics';
import { searchStates } from '../states/state-search';
import { exploredMachine, programOf } from '../testing/c-program';
import { searchTraces } from '../traces/trace-search';
import type { ExploredProgram } from './explored-program';
import { MachineSystem } from './machine-system';

const corpus = path.join(import.meta.dirname, '..', 'corpus');
/** Of each folder one program in so many. */
const SAMPLE = 9;

/** Explores all; each step that was looked up is executed, too, and both must come to the very same state. */
function compared(program: ExploredProgram, search: typeof searchStates | typeof searchTraces) {
  const system = new MachineSystem(program, exploredMachine, {
    timing: 'any',
    outputs: true,
    compares: true,
  });
  for (;;) {
    const result = search(system, {
      bounds: { transitions: 5000 },
      observers: [],
      ended: (end) => {
        system.conclude(end);
      },
      violated: () => 'continue',
      keepGoing: () => true,
    });
    if (result.cutBy !== 'misjudged') return { ...result, stepsLookedUp: system.stepsLookedUp };
    system.beginAgain();
  }
}

function programAt(file: string): ExploredProgram {
  const { image } = compile([userFile(path.basename(file), fs.readFileSync(file, 'utf8'))]);
  if (image === null) throw new Error(`${file} does not compile`);
  return { image, argv: ['./test'], env: ['PATH=/bin'], input: new Uint8Array(0) };
}

describe('a step that is looked up', () => {
  for (const folder of ['flaws', 'sound']) {
    const files = fs.readdirSync(path.join(corpus, folder)).filter((name) => name.endsWith('.c'));
    for (const file of files.sort().filter((_, k) => k % SAMPLE === 0))
      it(`comes to the state that executing it does: ${folder}/${file}`, () => {
        const program = programAt(path.join(corpus, folder, file));
        expect(compared(program, searchStates).transitions).toBeGreaterThanOrEqual(0);
      });
  }

  it('is most of the steps of threads that do the same again and again', () => {
    const source = `
      static sem_t mutex;
      static int count;
      static void *work(void *argument) {
        for (int k = 0; k < 3; k++) {
          sem_wait(&mutex);
          count++;
          sem_post(&mutex);
        }
        return argument;
      }
      int main(void) {
        pthread_t threads[2];
        sem_init(&mutex, 0, 1);
        for (int k = 0; k < 2; k++) pthread_create(&threads[k], NULL, work, NULL);
        for (int k = 0; k < 2; k++) pthread_join(threads[k], NULL);
        printf("%d", count);
      }`;
    const states = compared(programOf(source), searchStates);
    expect(states.stepsLookedUp).toBeGreaterThan(states.transitions / 3);
    const traces = compared(programOf(source), searchTraces);
    expect(traces.stepsLookedUp).toBeGreaterThan(0);
  });

  it('leaves what an ended thread has on its stack alone, unless somebody reads it', () => {
    const source = `
      static int *left;
      static int turn;
      static void *leave(void *argument) {
        int local = turn++;
        left = &local;
        return argument;
      }
      static void *other(void *argument) { turn = 5; return argument; }
      int main(void) {
        pthread_t threads[2];
        pthread_create(&threads[0], NULL, leave, NULL);
        pthread_create(&threads[1], NULL, other, NULL);
        while (left == NULL) sched_yield();
        printf("%d", *left);
        pthread_join(threads[0], NULL);
        pthread_join(threads[1], NULL);
      }`;
    expect(compared(programOf(`#include <sched.h>\n${source}`), searchStates).complete).toBe(true);
  });
});
