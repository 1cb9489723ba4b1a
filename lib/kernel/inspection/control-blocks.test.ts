import { describe, expect, it } from 'vitest';
import type { Machine } from '../machine';
import { roundRobin } from '../scheduling/policies/round-robin';
import { bootImage, imageOf } from '../testing/c-program';
import type { ControlBlock, ControlBlocksView } from './control-blocks-view';

const HEAD = `#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
`;

function boot(source: string): Machine {
  const machine = bootImage(imageOf('program.c', HEAD + source), { scheduler: roundRobin(200) });
  machine.closeInput();
  return machine;
}

function toTheEnd(machine: Machine): Machine {
  while (machine.run(1_000_000) === 'paused');
  return machine;
}

function inspected(machine: Machine): ControlBlocksView {
  const { controlBlocks } = machine.inspect(['controlBlocks']);
  if (controlBlocks === undefined) throw new Error('nothing was inspected');
  return controlBlocks;
}

function blocksOf(machine: Machine): readonly ControlBlock[] {
  return inspected(machine).blocks;
}

function printed(machine: Machine): string[] {
  return machine.events
    .flatMap((event) => (event.kind === 'output' ? [event.text] : []))
    .join('')
    .trim()
    .split('\n');
}

describe('control blocks', () => {
  it('have what the process itself asks the kernel for', () => {
    const machine = toTheEnd(
      boot(`
static void handler(int signal) { (void) signal; }
int main(void) {
  int ends[2];
  sigset_t set;
  nice(4);
  chdir("/tmp");
  setpgid(0, 0);
  pipe(ends);
  int file = open("notes", O_CREAT | O_RDWR, 0600);
  signal(SIGUSR1, handler);
  sigemptyset(&set); sigaddset(&set, SIGTERM);
  sigprocmask(SIG_BLOCK, &set, NULL);
  raise(SIGTERM);
  int local;
  printf("%d %d %d %d %d\\n", getpid(), getppid(), getpriority(PRIO_PROCESS, 0), getpgid(0), getsid(0));
  printf("%d %d %d %p\\n", ends[0], ends[1], file, sbrk(0));
  printf("%p\\n", (void *) &local);
  fflush(stdout);
  pause();
}
`),
    );
    const [block] = blocksOf(machine);
    const [ids = '', files = '', stack = ''] = printed(machine);
    expect(ids).toBe(
      [block?.pid, block?.parent, block?.scheduling.nice, block?.group, block?.session].join(' '),
    );
    const [read, write, file, end] = files.split(' ');
    expect(block?.files.open.slice(3)).toEqual([
      { descriptor: Number(read), what: expect.stringMatching(/^pipe \d+$/), access: 'read' },
      { descriptor: Number(write), what: expect.stringMatching(/^pipe \d+$/), access: 'write' },
      { descriptor: Number(file), what: '/tmp/notes', access: 'read and write' },
    ]);
    expect(block).toMatchObject({
      state: 'waiting',
      directory: '/tmp',
      signals: { pending: ['SIGTERM'], blocked: ['SIGTERM'], handled: ['SIGUSR1'] },
      threads: [{ state: 'waiting', reason: { kind: 'signal' }, processor: null }],
      files: { leftOut: 0 },
    });
    expect(block?.memory?.heap.to).toBe(Number(end));
    expect(block?.memory?.stack.from).toBeLessThan(Number(stack));
    expect(block?.memory?.stack.to).toBeGreaterThan(Number(stack));
    expect(block?.accounting.instructions).toBe(machine.step);
    const registers = block?.threads[0]?.registers;
    expect(registers?.at).toEqual({ file: 'program.c', line: 27, function: 'main' });
    expect(registers?.stackPointer).toBe(block?.memory?.stack.from);
  });

  it('are the list of processes, and the queues run through them', () => {
    const machine = boot(`
int main(void) {
  for (int k = 0; k < 3; k++)
    if (fork() == 0) { for (volatile int i = 0; i < 300; i++); if (k == 1) sleep(3); _exit(k); }
  while (wait(NULL) > 0);
}
`);
    // The ready queue as the trace tells it, event by event.
    let seen = 0;
    let ready: number[] = [];
    let longest = 0;
    let slept = false;
    while (machine.run(1) === 'paused') {
      for (const event of machine.events.slice(seen)) {
        if (event.kind !== 'state') continue;
        ready = ready.filter((pid) => pid !== event.pid);
        if (event.to === 'ready') ready.push(event.pid);
      }
      seen = machine.events.length;
      const { blocks, queues } = inspected(machine);
      const [first, ...others] = queues;
      expect(first).toEqual({ kind: 'ready', device: null, members: ready });
      expect(blocks.map(({ pid }) => pid)).toEqual(blocks.map(({ pid }) => pid).toSorted());
      longest = Math.max(longest, ready.length);
      for (const { pid, threads } of blocks)
        if (threads[0]?.state === 'ready') expect(ready).toContain(pid);
      slept ||= others.some(({ kind, members }) => kind === 'sleep' && members.join() === '102');
    }
    expect(longest).toBe(3);
    expect(slept).toBe(true);
  });

  it('show at a context switch what is saved in one block and restored from the other', () => {
    const source = `
int main(void) {
  if (fork() == 0) { for (volatile int i = 0; i < 500; i++); _exit(1); }
  for (volatile int i = 0; i < 500; i++);
  wait(NULL);
}
`;
    const machine = boot(source);
    /** What each thread's registers were when it was last seen on the processor, by the instruction before. */
    const left = new Map<number, unknown>();
    let switches = 0;
    while (machine.run(1) === 'paused') {
      const { blocks, switches: now } = inspected(machine);
      for (const { from, to, saved, restored } of now) {
        const block = blocks.find(({ pid }) => pid === to);
        expect(restored).toEqual(block?.threads[0]?.registers);
        expect(block?.threads[0]?.processor).toBe(0);
        // It goes on where it was taken away.
        if (left.has(to)) expect(restored).toEqual(left.get(to));
        if (from !== null && saved !== null) left.set(from, saved);
        if (from !== null) switches++;
      }
    }
    const traced = machine.events.filter(({ kind }) => kind === 'switched');
    expect(switches).toBe(traced.length - 1);
    expect(switches).toBeGreaterThan(4);
  });

  it('of zombies keep the status and little else', () => {
    const machine = toTheEnd(boot('int main(void) { if (fork() == 0) _exit(7); pause(); }'));
    expect(blocksOf(machine)[1]).toMatchObject({
      state: 'zombie',
      status: { kind: 'exited', code: 7 },
      threads: [],
      memory: null,
      files: { open: [] },
    });
  });
});
