import { describe, expect, it } from 'vitest';
import { bootImage, imageOf } from '../../kernel/testing/c-program';
import type { Machine } from '../../kernel/machine';
import { contextFromSnapshot, type ExecutionContext } from '../context';
import { ProcessMemory } from '../memory';
import { typeText } from '../type-text';
import { ProcessObjects, type PlacedVariable } from './process-objects';
import { arrayAt, valueAt } from './value';
import { addressText, valueText } from './value-text';

const HEAD = `#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
`;

/** The program's objects where it stands still for good, and what it has printed. */
function stopped(source: string): { objects: ProcessObjects; printed: string } {
  const machine = bootImage(imageOf('program.c', HEAD + source));
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  const printed = machine.events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
  return { objects: objectsOf(machine), printed: printed.join('') };
}

function objectsOf(machine: Machine): ProcessObjects {
  const { kernel } = machine.snapshot();
  const [[pid, saved] = []] = kernel.memories;
  if (pid === undefined || saved === undefined) throw new Error('no process is left');
  const memory = ProcessMemory.fromSnapshot(saved);
  const contexts = [...kernel.contexts.values()].map((each) => contextFromSnapshot(each, memory));
  const [first, ...others] = contexts as [ExecutionContext, ...ExecutionContext[]];
  return new ProcessObjects([first, ...others]);
}

function textOf(objects: ProcessObjects, placed: PlacedVariable): string {
  const { variable, address, elements } = placed;
  if (elements === null) return valueText(valueAt(objects, { address, type: variable.type }));
  const type = objects.image.types[variable.type];
  if (type?.kind !== 'pointer') throw new Error('no array');
  return valueText(arrayAt(objects, { address, type: type.to }, elements));
}

function localsOf(objects: ProcessObjects, name: string): Record<string, string> {
  for (const { frames } of objects.threads) {
    const frame = frames.find((each) => each.function.name === name);
    if (frame !== undefined)
      return Object.fromEntries(
        frame.variables.map((each) => [each.variable.name, textOf(objects, each)]),
      );
  }
  throw new Error(`no frame of ${name}`);
}

function globalsOf(objects: ProcessObjects): Record<string, string> {
  const own = objects.image.globals.filter(
    ({ library, name }) => library !== true && !name.startsWith('"'),
  );
  return Object.fromEntries(
    own.map(({ name, location, type }) => [
      name,
      valueText(valueAt(objects, { address: location, type })),
    ]),
  );
}

describe('values', () => {
  it('are what the program itself prints', () => {
    const { objects, printed } = stopped(`
short s = -7; unsigned u = 4000000000u; long l = -5000000000; unsigned long long ull = 18446744073709551615ull;
char c = 'x'; signed char sc = -1; unsigned char uc = 200; _Bool b = 1;
float f = 0.1f; double d = 1e300; double third = 1.0 / 3;
int grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
int main(void) {
  printf("s=%hd\\nu=%u\\nl=%ld\\null=%llu\\nc=%d 'x'\\nsc=%hhd\\nuc=%hhu\\nb=%d (true)\\n", s, u, l, ull, c, sc, uc, b);
  printf("f=%.1f\\nd=%.0e\\nthird=%.16f\\n", f, d, third);
  printf("grid={{%d, %d, %d}, {%d, %d, %d}}\\n", grid[0][0], grid[0][1], grid[0][2], grid[1][0], grid[1][1], grid[1][2]);
  fflush(stdout);
  pause();
}
`);
    const values = globalsOf(objects);
    expect(values).toMatchObject({ ull: '18446744073709551615', uc: '200', c: "120 'x'" });
    const shown = Object.entries(values).map(([name, value]) => `${name}=${value}`);
    expect(shown.toSorted()).toEqual(printed.trim().split('\n').toSorted());
  });

  it('name constants of enumerations, members, bit-fields and text', () => {
    const { objects } = stopped(`
enum color { RED, GREEN = 5 } color = GREEN, odd = 3;
struct point { int x, y; } p = {1, -2};
struct flags { unsigned a : 3; int b : 4; } flags = {5, -3};
union { int i; char bytes[4]; } either = {0x41424344};
char text[] = "a\\tb\\"\\n", full[3] = {'a', 'b', 'c'}, empty[4];
int many[100] = {1};
int main(void) { pause(); }
`);
    expect(globalsOf(objects)).toEqual({
      color: 'GREEN (5)',
      odd: '3',
      p: '{x = 1, y = -2}',
      flags: '{a = 5, b = -3}',
      either: '{i = 1094861636, bytes = "DCBA"}',
      text: '"a\\tb\\"\\n"',
      full: '"abc"',
      empty: '""',
      many: `{1${', 0'.repeat(31)}, …}`,
    });
  });

  it('of pointers say what they lead to', () => {
    const { objects, printed } = stopped(`
struct node { int value; struct node *next; } first, second = {2, &first};
int numbers[4];
static int twice(int n) { return 2 * n; }
static int *leave(void) { int gone = 3; int *p = &gone; return p; }
int main(int argc, char **argv) {
  int local = 1, size = argc + 2, array[size];
  int *null = NULL, *to_local = &local, *to_element = &numbers[2], *end = numbers + 4, *wild = (int *) 0x123456, *in_array;
  struct node *member = second.next, *whole = &second;
  int *inner = &second.value; struct node **link = &second.next;
  char *literal = "hi", *heap = malloc(4), *freed = malloc(8), *name = argv[0];
  int (*call)(int) = twice;
  void *anything = &second;
  int *returned = leave();
  for (int k = 0; k < size; k++) array[k] = k * k;
  in_array = &array[2];
  strcpy(heap, "abc");
  printf("%p %p %p %p %p\\n", (void *) to_local, (void *) to_element, (void *) member, (void *) heap, (void *) call);
  fflush(stdout);
  free(freed);
  pause();
}
`);
    const locals = localsOf(objects, 'main');
    const [local, element, member, heap, call] = printed.trim().split(' ');
    expect(locals).toMatchObject({
      local: '1',
      size: '3',
      array: '{0, 1, 4}',
      null: 'NULL',
      to_local: `${local} → local`,
      to_element: `${element} → numbers[2]`,
      member: `${member} → first`,
      heap: `${heap} → heap block "abc"`,
      call: `${call} → twice`,
    });
    const ends: Record<string, string> = {
      end: 'just past the end of numbers',
      wild: 'no memory of the program',
      in_array: 'array[2]',
      whole: 'second',
      inner: 'second.value',
      link: 'second.next',
      anything: 'second',
      literal: 'string literal "hi"',
      freed: 'a freed heap block',
      name: 'arguments "./program"',
      returned: 'a call that has returned',
    };
    for (const [name, text] of Object.entries(ends))
      expect(locals[name]?.replace(/^0x[0-9a-f]+ → /, ''), name).toBe(text);
  });

  it('are none before the first store', () => {
    const { objects } = stopped(`
static void stop(int last) {
  int early = 1, late, looped, branch[2], other;
  struct pair { int a, b; } pair;
  int *block = malloc(12);
  pair.b = 2;
  block[1] = 7;
  branch[0] = 1;
  for (int k = 0; k < 3; k++) { int again; if (k == last) pause(); again = looped = k; (void) again; (void) looped; }
  if (last < 0) { other = 5; printf("%d", other); _exit(other); }
  late = early;
  printf("%d", late + branch[1] + pair.a + block[0]);
}
int main(void) { stop(1); }
`);
    const locals = localsOf(objects, 'stop');
    expect(locals).toMatchObject({
      last: '1',
      early: '1',
      late: 'no value yet',
      branch: '{1, no value yet}',
      pair: '{a = no value yet, b = 2}',
      k: '1',
      // A new one in each turn.
      again: 'no value yet',
      // The loop has been there before.
      looped: '0',
    });
    const type = objects.image.types.findIndex(
      (each) => each.kind === 'integer' && each.name === 'int',
    );
    const [block] = objects.blocks.filter(({ bytes }) => bytes === 12);
    const value = arrayAt(objects, { address: block?.address ?? 0, type }, 3);
    expect(valueText(value)).toBe('{no value yet, 7, no value yet}');
  });

  it('belong to their thread', () => {
    const { objects } = stopped(`
_Thread_local int own = 1;
int *shared;
static void *work(void *given) { int local = 5; own = 2; shared = &local; pause(); return given; }
int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, &own);
  pthread_join(thread, NULL);
}
`);
    expect(globalsOf(objects)).toMatchObject({ own: '1' });
    expect(globalsOf(objects)['shared']).toMatch(/ → local$/);
    expect(localsOf(objects, 'work')['given']).toMatch(/ → own$/);
    const second = objects.threads.find(({ threadLocals }) => threadLocals.length > 0);
    expect(second?.threadLocals.map((each) => textOf(objects, each))).toEqual(['2']);
  });

  it('have types as C writes them', () => {
    const image = imageOf(
      'types.c',
      'int (*call)(int, char *); int (*row)[3]; int *list[3]; int (**way)(void); char **text; int main(void) { return 0; }',
    );
    const types = image.globals
      .filter(({ library }) => library !== true)
      .map(({ name, type }) => `${name}: ${typeText(image, type)}`);
    expect(types.toSorted()).toEqual([
      'call: int (*)(int, char *)',
      'list: int *[3]',
      'row: int (*)[3]',
      'text: char **',
      'way: int (**)(void)',
    ]);
  });

  it('have addresses as printf writes them', () => {
    expect(addressText(0x601040)).toBe('0x601040');
  });
});
