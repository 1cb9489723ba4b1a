import { describe, expect, it } from 'vitest';
import { parseExpression, type Expression } from '../../kernel/expressions/parse';
import { MachineSystem } from '../machine/machine-system';
import { followSchedule } from '../story/follow';
import { tellStory } from '../story/story';
import { exploredMachine, programOf } from '../testing/c-program';
import { nearestExecution } from './nearest-execution';
import { unreached } from './unreached';
import { holds, inside, prints, type Wish } from './wish';

/** null: it is possible. */
function toldOf(
  source: string,
  wish: Wish,
  stepsIn: readonly string[] = [],
): readonly string[] | null {
  const program = programOf(source);
  const machine = exploredMachine;
  const system = new MachineSystem(program, machine, {
    timing: 'any',
    outputs: wish.told.kind === 'output',
    stepsIn: new Set(stepsIn),
  });
  const found = nearestExecution({ system, wish, transitionsMax: 10_000 });
  if (found === null) return null;
  const { schedule, violation, details } = found;
  expect(followSchedule({ program, machine, schedule }, { happened: () => undefined }).kind).toBe(
    'followed',
  );
  const told = tellStory({
    program,
    machine,
    schedule,
    violation,
    properties: [unreached(wish, details)],
  });
  if (told.kind === 'misfit') throw new Error(told.message);
  return told.story.sentences;
}

function condition(text: string): Expression {
  const parsed = parseExpression(text);
  if (parsed.kind === 'error') throw new Error(parsed.message);
  return parsed.expression;
}

const readers = (guard: string): string => `
static sem_t *door;
static int *pages;
static void look(void) { if (*pages > 100) exit(1); }
static void reader(void) {
  ${guard}(door);
  look();
  sem_post(door);
  _exit(0);
}
int main(void) {
  door = shared(sizeof *door);
  pages = shared(sizeof *pages);
  sem_init(door, 1, 1);
  if (fork() == 0) reader();
  if (fork() == 0) reader();
  *pages = 1;
  wait(NULL);
  wait(NULL);
}`;

describe('the nearest execution', () => {
  const region = { name: 'r', functions: ['look'], against: [], most: 2 };

  it('to two being inside has one there, and the other at the lock that the first one has', () => {
    const told = toldOf(readers('sem_wait'), inside(region, 2), ['look']) ?? [];
    expect(told.join('\n')).toMatch(
      /Child (\d) is in `look` at line \d+\.\nChild \d waits for the semaphore `\*door` at line \d+, which child \1 has since line \d+\.\nIn no order/,
    );
  });

  it('is not told where it is possible', () => {
    expect(toldOf(readers('sem_trywait'), inside(region, 2), ['look'])).toBeNull();
  });

  it('to a condition has what is true of it, and who waits before the rest', () => {
    const source = `
      static int *slots;
      int main(void) {
        sem_t *room = shared(sizeof *room);
        slots = shared(2 * sizeof *slots);
        sem_init(room, 1, 1);
        if (fork() == 0) {
          for (int k = 0; k < 2; k++) { sem_wait(room); slots[k] = 7; }
          _exit(0);
        }
        while (slots[0] != 7) sched_yield();
        slots[0] = 0;
        sem_post(room);
        wait(NULL);
      }`;
    const text = 'slots[0] == 7 && slots[1] == 7';
    const told = toldOf(source, holds(text, condition(text))) ?? [];
    expect(told).toContain('Then `slots[0]` is 7 and `slots[1]` is 0.');
    expect(told.join('\n')).toMatch(/Child waits for the semaphore `\*room` at line \d+/);
  });

  it('to a condition may have who only looks again and again', () => {
    const source = `
      static volatile int *turn;
      int main(void) {
        turn = shared(2 * sizeof *turn);
        if (fork() == 0) {
          for (int k = 0; k < 2; k++) { while (turn[0] != turn[1]) ; turn[0]++; }
          _exit(0);
        }
        for (int k = 1; k <= 2; k++) { while (turn[0] != k) ; turn[1] = k; }
        wait(NULL);
      }`;
    const text = 'turn[0] - turn[1] == 2';
    const told = toldOf(source, holds(text, condition(text)));
    expect(told?.join('\n')).toMatch(/looks again and again at line \d+/);
  });

  it('to an output has as much of it as comes out, kept by the library or not', () => {
    const source = `
      int main(void) {
        sem_t *turn = shared(sizeof *turn);
        sem_init(turn, 1, 0);
        if (fork() == 0) {
          printf("second\\n");
          sem_post(turn);
          return 0;
        }
        printf("third ");
        sem_wait(turn);
        printf("fourth\\n");
        wait(NULL);
      }`;
    const told = toldOf(source, prints('third fourth\nsecond\n', true)) ?? [];
    expect(told.at(-1)).toBe('In no order of steps does "third fourth ⏎ second" come out.');
    expect(toldOf(source, prints('second\nthird fourth\n', true))).toBeNull();
  });
});
