/** What is judged by the parts of states is what looking into the machine in each state comes to. */
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../kernel/kernel';
import { evaluate } from '../../kernel/expressions/evaluate';
import { parseExpression } from '../../kernel/expressions/parse';
import { callers } from '../machine/callers';
import { MachineSystem } from '../machine/machine-system';
import { searchStates } from '../states/state-search';
import { exploredMachine, programOf } from '../testing/c-program';
import { always } from './invariant';
import type { Observer } from './observer';
import { occupancy } from './occupancy';

const THREADS = `
int entered, turns[2];
static void *go(void *number) {
  for (int k = 0; k < 1; k++) { turns[(long)number]++; entered++; entered--; }
  return NULL;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, go, (void *)0);
  pthread_create(&b, NULL, go, (void *)1);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}`;

const BOOK = `
int *page;
static void write_page(void) { *page = *page + 1; }
static int read_page(void) { return *page + *page; }
int main(void) {
  page = shared(1);
  if (fork() == 0) exit(read_page());
  if (fork() == 0) exit(read_page());
  write_page();
  while (wait(NULL) > 0) ;
  return 0;
}`;

/** Who ends in a function is in it no longer. */
const LEAVING = `
int page;
static void write_page(int number) { page = page + number; if (number == 1) pthread_exit(NULL); }
static void *go(void *unused) { write_page(2); write_page(3); return unused; }
int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, go, NULL);
  write_page(1);
}`;

/** The phase is each process's own; the pointer is null at first, and then leads to shared memory. */
const PROCESSES = `
int phase;
struct { int sum, stop; } *table;
int main(void) {
  table = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      for (phase = 1; phase < 4; phase++) table->sum += phase;
      table->stop = 1;
      exit(0);
    }
  phase = 7;
  while (wait(NULL) > 0) ;
  return table->sum;
}`;

function explore(source: string, observer: Observer<MachineSystem>): void {
  const system = new MachineSystem(programOf(source), exploredMachine, {
    timing: 'any',
    outputs: false,
    stepsIn: new Set(['read_page', 'write_page']),
  });
  for (;;) {
    const { cutBy } = searchStates(system, {
      bounds: {},
      observers: [observer],
      ended: () => undefined,
      violated: () => 'continue',
      keepGoing: () => true,
    });
    if (cutBy !== 'misjudged') {
      expect(cutBy).toBeNull();
      return;
    }
    system.beginAgain();
  }
}

/** Counts states in which both say the same, by what they say. */
function compared(
  observer: Observer<MachineSystem>,
  directly: (system: MachineSystem) => boolean,
): { readonly counts: { true: number; false: number }; readonly both: Observer<MachineSystem> } {
  const counts = { true: 0, false: 0 };
  return {
    counts,
    both: {
      ...observer,
      after(system, step) {
        const byParts = observer.after(system, step).length > 0;
        const isViolated = directly(system);
        expect(byParts).toBe(isViolated);
        counts[isViolated ? 'true' : 'false']++;
        return [];
      },
    },
  };
}

describe('a condition', () => {
  it.each([
    ['in threads', THREADS, 'entered < 2 && turns[0] + turns[1] < 2'],
    ['in processes with shared memory', PROCESSES, 'table->sum < 9 || table->stop == 0'],
    ['on what is private', PROCESSES, 'phase != 3 || table->sum != 4'],
    [
      'of an exercise',
      fs.readFileSync('exercises/dining-philosophers/wrong/one-fork-is-enough.c', 'utf8'),
      '!(table->eating[0] && table->eating[1])',
    ],
  ])('%s is judged as in each state', (_name, source, text) => {
    const parsed = parseExpression(text);
    if (parsed.kind === 'error') throw new Error(parsed.message);
    const { expression } = parsed;
    const { both, counts } = compared(always('c', text, expression), ({ kernel, image }) =>
      [...kernel.state.processes.values()].some(({ threads: [thread], state }) => {
        if (thread === undefined || state === 'zombie') return false;
        const { memory } = contextOf(kernel, thread);
        const truth = evaluate(expression, { image, memory, reads: () => undefined });
        return truth.kind === 'truth' && !truth.value;
      }),
    );
    explore(source, both);
    expect(counts.true).toBeGreaterThan(0);
    expect(counts.false).toBeGreaterThan(0);
  });
});

describe('who is where', () => {
  it.each([
    ['in processes', BOOK],
    ['among those that have not ended', LEAVING],
  ])('is told as in each state, %s', (_name, source) => {
    const region = { name: 'r', functions: ['write_page'], against: ['read_page'], most: 1 };
    const { both, counts } = compared(occupancy(region).observer, ({ kernel }) => {
      const stacks = [...kernel.state.threads.values()].map((thread) =>
        thread.state === 'zombie' ? [] : [...callers(contextOf(kernel, thread.id))],
      );
      const writers = stacks.filter((stack) => stack.includes('write_page')).length;
      const readers = stacks.filter((stack) => stack.includes('read_page')).length;
      return writers > 0 && (writers > 1 || readers > 0);
    });
    explore(source, both);
    expect(counts.true).toBeGreaterThan(0);
    expect(counts.false).toBeGreaterThan(0);
  });
});
