import { describe, expect, it } from 'vitest';
import type { PresentMemory } from '@/lib/kernel/inspection/memory-view';
import { pid } from '@/lib/kernel/pid';
import { bootImage, imageOf } from '@/lib/kernel/testing/c-program';
import { changedSince, differingFrom, newSince } from './memory-changes';

/** The memory each time that the program stands at one of the lines. */
function atLines(source: string, lines: readonly number[], id = 100): PresentMemory[] {
  const machine = bootImage(imageOf('program.c', source));
  const found: PresentMemory[] = [];
  while (machine.run(1) === 'paused' && found.length < lines.length) {
    if (machine.place()?.at.line !== lines[found.length]) continue;
    const [memory] = machine.inspect(['memory'], [pid(id)]).memory?.processes ?? [];
    if (memory?.kind === 'present') found.push(memory);
  }
  return found;
}

function names(marks: ReadonlySet<string>): string[] {
  return [...marks].map((key) => key.slice(key.indexOf(' ') + 1)).toSorted();
}

const SOURCE = `#include <stdlib.h>
struct pair { int a, b; } pair = {1, 2};
int counter, same = 4;
static int called(int n) {
  return n + 1;
}
int main(void) {
  int *block = NULL;
  counter = 3; pair.b = 5; same = 4;
  block = malloc(4);
  *block = 1;
  counter = called(counter);
}
`;

describe('memory changes', () => {
  it('are the objects and parts whose values are others', () => {
    const [before, after] = atLines(SOURCE, [9, 10]);
    if (before === undefined || after === undefined) throw new Error('not reached');
    expect(names(changedSince(before, after))).toEqual(['counter', 'pair', 'pair.b']);
    expect(changedSince(null, after).size).toBe(0);
    expect(changedSince(after, after).size).toBe(0);
    // Backwards it is the same.
    expect(names(changedSince(after, before))).toEqual(['counter', 'pair', 'pair.b']);
  });

  it('are blocks and calls that were not there', () => {
    const [before, after, inside] = atLines(SOURCE, [10, 11, 5]);
    if (before === undefined || after === undefined || inside === undefined)
      throw new Error('not reached');
    expect(names(newSince(before, after))).toEqual(['allocated']);
    expect(names(newSince(after, inside))).toEqual(['called']);
  });

  it('mark in a parent what its child has otherwise', () => {
    const machine = bootImage(
      imageOf(
        'program.c',
        `#include <unistd.h>
int counter = 1, same = 2;
int main(void) { if (fork() == 0) { counter = 7; pause(); } pause(); }
`,
      ),
    );
    while (machine.run(1_000) === 'paused');
    const [parent, child] =
      machine.inspect(['memory'], [pid(100), pid(101)]).memory?.processes ?? [];
    if (parent?.kind !== 'present' || child === undefined) throw new Error('no memory');
    expect(names(differingFrom(child, parent))).toEqual(['counter']);
    expect(differingFrom(null, parent).size).toBe(0);
  });
});
