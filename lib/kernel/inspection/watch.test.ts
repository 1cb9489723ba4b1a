import { describe, expect, it } from 'vitest';
import { bootImage, imageOf } from '../testing/c-program';
import type { Machine } from '../machine';
import { pid } from '../pid';
import type { WatchValue } from './watch';

const SOURCE = `#include <stddef.h>
#include <pthread.h>
#include <unistd.h>
struct node { int value; struct node *next; };
enum color { RED, GREEN };
static int count = 7;
static _Thread_local int own = 5;
static struct node last = {2, NULL}, first = {1, &last};
static void inner(int depth, int n) {
  int count = depth * 10;
  double half = 0.5;
  enum color color = GREEN;
  int array[n];
  for (int k = 0; k < n; k++) array[k] = k * k;
  struct node *nowhere = NULL;
  char *text = "hello";
  if (depth > 0) inner(depth - 1, n);
  else pause();
  (void)half, (void)color, (void)nowhere, (void)text, (void)count;
}
static void *other(void *unused) {
  int mine = 42;
  own = 6;
  pause();
  return mine ? unused : NULL;
}
int main(void) {
  int unset;
  pthread_t thread;
  pthread_create(&thread, NULL, other, NULL);
  inner(1, 3);
  return unset;
}
`;

const machine = bootImage(imageOf('watched.c', SOURCE));
while (machine.run(100_000) === 'paused');
const threads = machine.view().processes.flatMap((process) => process.threads.map(({ id }) => id));

function watched(of: Machine, thread: number, text: string): WatchValue | undefined {
  return of.watch(threads[thread] ?? null, [text])[0];
}

describe('a watched expression', () => {
  it.each([
    ['count', '0'],
    ['depth', '0'],
    ['n * 2 + 1', '7'],
    ['half', '0.5'],
    ['color', 'GREEN (1)'],
    ['color == GREEN', '1'],
    ['array', '{0, 1, 4}'],
    ['array[2]', '4'],
    ['*(array + 1) + array[2]', '5'],
    ['first', '{value = 1, next = '],
    ['first.next->value', '2'],
    ['(&first)->value', '1'],
    ['&first', '→ first'],
    ['text', '"hello"'],
    ['text[1]', "101 'e'"],
    ['nowhere', 'NULL'],
    ['own', '5'],
  ])('%s is read in the innermost frame of a thread', (text, value) => {
    const found = watched(machine, 0, text);
    expect(found).toMatchObject({ kind: 'value', text: expect.stringContaining(value) });
  });

  it('is read where another thread stands', () => {
    expect(watched(machine, 1, 'mine')).toMatchObject({ text: '42', type: 'int' });
    expect(watched(machine, 1, 'own')).toMatchObject({ text: '6' });
    expect(watched(machine, 1, 'count')).toMatchObject({ text: '7' });
  });

  it.each([
    ['mine', 'There is no variable “mine” here.'],
    ['nowhere->value', 'A pointer in it leads nowhere at this moment.'],
    ['first.color', 'There is no member “color”.'],
    ['count +', 'It ends where a value should come.'],
    ['count = 1', '“count = 1” has characters that no expression has.'],
    ['count 1', '“1” is one thing too many.'],
  ])('%s has no value, and says why', (text, why) => {
    expect(watched(machine, 0, text)).toEqual({ kind: 'none', why });
  });

  it('has none where nothing was ever stored, and where nobody runs', () => {
    const early = bootImage(
      imageOf(
        'early.c',
        '#include <unistd.h>\nint main(void) { int never; pause(); never = 3; return never; }',
      ),
    );
    early.run(1_000);
    expect(early.watch(pid(100), ['never', 'never + 1'])).toEqual([
      { kind: 'none', why: 'It has no value yet.' },
      { kind: 'none', why: 'It has no value yet.' },
    ]);
    expect(machine.watch(null, ['count'])[0]).toMatchObject({ kind: 'none' });
  });
});
