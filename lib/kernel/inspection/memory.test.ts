import { describe, expect, it } from 'vitest';
import { valueText } from '../../vm/values/value-text';
import type { Machine } from '../machine';
import { pid, type Pid } from '../pid';
import { bootImage, imageOf } from '../testing/c-program';
import type {
  MemoryOfProcess,
  MemoryRegion,
  PresentMemory,
  RegionKind,
  ShownVariable,
} from './memory-view';

const HEAD = `#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>
`;

function run(source: string): Machine {
  const machine = bootImage(imageOf('program.c', HEAD + source));
  machine.closeInput();
  while (machine.run(1_000_000) === 'paused');
  return machine;
}

function printed(machine: Machine): string[] {
  return machine.events
    .flatMap((event) => (event.kind === 'output' ? [event.text] : []))
    .join('')
    .trim()
    .split('\n');
}

function inspectedMemory(machine: Machine, pids: readonly Pid[]): readonly MemoryOfProcess[] {
  return machine.inspect(['memory'], pids).memory?.processes ?? [];
}

function memoryOf(machine: Machine, id: number): PresentMemory {
  const [found] = inspectedMemory(machine, [pid(id)]);
  if (found?.kind !== 'present') throw new Error(`process ${id} is ${String(found?.kind)}`);
  return found;
}

function region(memory: PresentMemory, kind: RegionKind): MemoryRegion {
  const found = memory.regions.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

function variablesOf(memory: PresentMemory): ReadonlyMap<string, ShownVariable> {
  const all = memory.regions.flatMap(({ contents }) => {
    if (contents.kind === 'variables') return contents.variables;
    return contents.kind === 'frames' ? contents.frames.flatMap((each) => each.variables) : [];
  });
  return new Map(all.map((variable) => [variable.name, variable]));
}

function blocksOf(memory: PresentMemory) {
  const { contents } = region(memory, 'heap');
  return contents.kind === 'blocks' ? contents.blocks : [];
}

const LIST = `
struct node { int value; struct node *next; };
int counter = 5; char *message = "hey"; struct node *list; int zero;
static void push(int value) {
  struct node *added = malloc(sizeof *added);
  added->value = value; added->next = list; list = added;
}
`;

describe('memory', () => {
  it('is laid out as the program itself says', () => {
    const machine = run(`${LIST}
int main(int argc, char **argv) {
  int local = 41; char text[8] = "abc";
  push(1); push(2);
  int id = shmget(IPC_PRIVATE, 100, 0600); int *shared = shmat(id, NULL, 0);
  shared[1] = 4;
  printf("text %p\\n", (void *) main);
  printf("read-only data %p\\n", (void *) message);
  printf("initialized data %p %d\\n", (void *) &counter, counter);
  printf("uninitialized data %p %d\\n", (void *) &zero, zero);
  printf("heap %p %d\\n", (void *) list, list->value);
  printf("mapping %p %d\\n", (void *) shared, shared[1]);
  printf("stack %p %d\\n", (void *) &local, local);
  printf("stack %p %s\\n", (void *) text, text);
  printf("arguments %p %s\\n", (void *) argv[0], argv[0]);
  fflush(stdout);
  pause();
  return argc;
}
`);
    const memory = memoryOf(machine, 100);
    const kinds = memory.regions.map(({ kind }) => kind);
    const said = printed(machine).map((line) => /^(.*) 0x(\w+) ?(.*)$/.exec(line) ?? []);
    // In the chapter's order, from low to high addresses.
    expect([...new Set(said.map(([, kind]) => kind))]).toEqual(kinds);
    for (const [, kind = '', address = ''] of said) {
      const { from, to } = region(memory, kind as RegionKind);
      expect(parseInt(address, 16), kind).toBeGreaterThanOrEqual(from);
      expect(parseInt(address, 16), kind).toBeLessThan(to);
    }
    const variables = variablesOf(memory);
    for (const [name, line] of [
      ['counter', 2],
      ['zero', 3],
      ['local', 6],
    ] as const) {
      const variable = variables.get(name);
      expect(variable?.address.toString(16), name).toBe(said[line]?.[2]);
      expect(variable?.value, name).toEqual({ kind: 'number', text: said[line]?.[3] });
    }
    expect(variables.get('text')?.value).toEqual({ kind: 'text', text: '"abc"' });
    expect(region(memory, 'arguments').contents).toMatchObject({
      strings: [
        { name: 'argv[0]', address: parseInt(said[8]?.[2] ?? '', 16), text: '"./program"' },
        { name: 'environ[0]', text: '"PATH=/bin"' },
      ],
    });
    expect(region(memory, 'mapping').contents).toMatchObject({
      mapping: { kind: 'system-v', attached: [{ pid: 100 }], type: 'int[25]' },
    });
  });

  it('has blocks of the types of the pointers that lead to them, and where they came from', () => {
    const memory = memoryOf(
      run(`${LIST}
int main(void) {
  push(1); push(2);
  char *gone = malloc(10); double *three = calloc(3, 8); void *plain = malloc(5);
  free(gone);
  pause();
  return three == plain;
}
`),
      100,
    );
    const blocks = blocksOf(memory).map(({ type, state, value, allocatedAt, freedAt }) => ({
      type,
      state,
      text: value === null ? null : valueText(value).replace(/0x\w+/, 'ADDRESS'),
      lines: [allocatedAt?.line, allocatedAt?.function, freedAt?.line],
    }));
    expect(blocks).toEqual([
      {
        type: 'struct node',
        state: 'allocated',
        text: '{value = 1, next = NULL}',
        lines: [13, 'push', undefined],
      },
      {
        type: 'struct node',
        state: 'allocated',
        text: '{value = 2, next = ADDRESS → heap block}',
        lines: [13, 'push', undefined],
      },
      { type: 'char[10]', state: 'freed', text: null, lines: [19, 'main', 20] },
      { type: 'double[3]', state: 'allocated', text: '{0, 0, 0}', lines: [19, 'main', undefined] },
      { type: null, state: 'allocated', text: null, lines: [19, 'main', undefined] },
    ]);
  });

  it('of a child tells what differs from its parent since the fork, and who changed it', () => {
    const machine = run(`${LIST}
int kept = 1, both = 1;
static void deeper(int inner) { inner++; pause(); }
int main(void) {
  int local = 1, late;
  push(10);
  if (fork() == 0) {
    counter = 6; local = 9; list->value = 77; both = 2; push(20); late = 3;
    sleep(2);
    deeper(late);
  }
  sleep(1);
  zero = 8; both = 3;
  pause();
}
`);
    const child = memoryOf(machine, 101);
    expect(child.copyOf).toBe(100);
    const variables = variablesOf(child);
    const differences = Object.fromEntries(
      [...variables].map(([name, { difference }]) => [name, difference]),
    );
    const list = expect.stringMatching(/^0x\w+ → heap block$/);
    expect(differences).toMatchObject({
      counter: { atFork: '5', inParent: '5', changedBy: [101] },
      zero: { atFork: '0', inParent: '8', changedBy: [100] },
      both: { atFork: '1', inParent: '3', changedBy: [101, 100] },
      local: { atFork: '1', inParent: '1', changedBy: [101] },
      list: { atFork: list, inParent: list, changedBy: [101] },
      late: { atFork: 'no value yet', changedBy: [101] },
      kept: null,
      message: null,
      // Called since the fork: there is nothing to compare it with.
      inner: null,
    });
    expect(blocksOf(child).map(({ difference }) => difference?.inParent ?? null)).toEqual([
      '{value = 10, next = NULL}',
      null,
    ]);
    expect(
      [...variablesOf(memoryOf(machine, 100)).values()].every((v) => v.difference === null),
    ).toBe(true);
  });

  it('says which pages are still one since the fork', () => {
    const machine = run(`
char pages[6 * 4096 + 4095];
int main(void) {
  char *first = (char *) (((unsigned long) pages + 4095) / 4096 * 4096);
  for (int k = 0; k < 5; k++) first[4096 * k] = 'x';
  printf("%p\\n", (void *) first); fflush(stdout);
  if (fork() == 0) { first[4096] = 'c'; first[3 * 4096] = 'x'; pause(); }
  sleep(1);
  first[2 * 4096] = 'p';
  if (fork() == 0) { first[5 * 4096] = 'd'; pause(); }
  pause();
}
`);
    const first = parseInt(printed(machine)[0] ?? '', 16);
    const pagesOf = (id: number) =>
      Array.from({ length: 6 }, (_, k) => {
        const address = first + 4096 * k;
        const run = region(memoryOf(machine, id), 'uninitialized data').pages.find(
          ({ from, count }) => address >= from && address < from + 4096 * count,
        );
        return `${run?.state} ${run?.with.join(' ')}`.trim();
      });
    // The page that the child wrote to, the one that the parent wrote to, and a write of what was there.
    expect(pagesOf(101)).toEqual([
      'shared 100 102',
      'copied 101',
      'copied 100',
      'shared 100 102',
      'shared 100 102',
      'blank',
    ]);
    expect(pagesOf(100)).toEqual([
      'shared 101 102',
      'shared 102',
      'shared 102',
      'shared 101 102',
      'shared 101 102',
      'blank',
    ]);
    expect(pagesOf(102)[5]).toBe('copied 102');
  });

  it('of a program that was executed is its own, and of a zombie gone', () => {
    const machine = run(`
int main(int argc, char **argv) {
  if (argc > 1) pause();
  if (fork() == 0) execl(argv[0], argv[0], "again", NULL);
  if (fork() == 0) _exit(3);
  pause();
}
`);
    expect(memoryOf(machine, 101)).toMatchObject({ copyOf: null });
    expect(inspectedMemory(machine, [pid(102), pid(999)])).toEqual([
      { kind: 'zombie', pid: 102 },
      { kind: 'unborn', pid: 999 },
    ]);
  });

  it('says what it leaves out', () => {
    const machine = run(`
int many[1000];
static int deep(int n) { if (n == 0) pause(); return deep(n - 1) + 1; }
int main(void) {
  for (int k = 0; k < 200; k++) if (malloc(8) == NULL) return 1;
  many[0] = deep(500);
}
`);
    const memory = memoryOf(machine, 100);
    expect(variablesOf(memory).get('many')?.value).toMatchObject({ leftOut: 1000 - 32 });
    expect(region(memory, 'heap').contents).toMatchObject({ leftOut: 140, allocatedBytes: 1600 });
    const { contents } = region(memory, 'stack');
    if (contents.kind !== 'frames') throw new Error('no frames');
    // pause and deep's calls, main and what calls it.
    expect(contents.frames.length + contents.leftOut).toBeGreaterThan(501);
    expect(contents.frames.length).toBeLessThan(50);
  });

  it('is only looked at: the run goes on as it would have', () => {
    const source = `${HEAD}${LIST}
int main(void) {
  for (int k = 0; k < 3; k++) if (fork() == 0) { push(k); counter += k; _exit(counter); }
  int sum = 0, status;
  while (wait(&status) > 0) sum += WEXITSTATUS(status);
  printf("%d\\n", sum);
}
`;
    const plain = bootImage(imageOf('program.c', source));
    const watched = bootImage(imageOf('program.c', source));
    while (plain.run(50) === 'paused');
    while (watched.run(50) === 'paused')
      inspectedMemory(
        watched,
        watched.view().processes.map(({ pid: id }) => id),
      );
    expect(watched.events).toEqual(plain.events);
  });
});
