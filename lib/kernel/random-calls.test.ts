import { expect, it } from 'vitest';
import { randomState, nextBelow } from './random';
import { defaultBudgets } from './budgets';
import { contextOf, processOf, threadOf } from './kernel';
import { pid } from './pid';
import { systemCallTable } from './system-call-table';
import { bootMain } from './testing/c-program';
import { handleTrap } from './traps';

/**
 * Every system call with arguments that nobody would give: the kernel answers each, and never with an
 * exception of the host. More with FORKYARD_RANDOM_CALLS=100000.
 */
const count = Number(process.env.FORKYARD_RANDOM_CALLS ?? 4000);
const firstSeed = Number(process.env.FORKYARD_RANDOM_SEED ?? 1);
const ARGUMENTS = 6;

/** Children, files, pipes, sockets, IPC objects, mappings: something for each call to find. */
const SETUP = `
  static char bytes[8192] = "/home/student";
  int p[2];
  pipe(p);
  open("file", O_CREAT | O_RDWR, 0600);
  write(5, bytes, sizeof bytes);
  shmat(shmget(IPC_PRIVATE, 8192, 0600), NULL, 0);
  semget(IPC_PRIVATE, 3, 0600);
  sem_open("/s", O_CREAT, 0600, 1);
  mmap(NULL, 8192, PROT_READ, MAP_PRIVATE, 5, 0);
  mmap((void *)0x40000000, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) _exit(3);
  if (fork() == 0) pause();
  raise(SIGSTOP);`;

it('answers any call', () => {
  const machine = bootMain(SETUP, {
    budgets: { ...defaultBudgets, memoryBytesMax: 1 << 26, instructionsMax: 10_000_000 },
  });
  machine.closeInput();
  while (machine.run(100) === 'paused') if (machine['kernel'].state.tasksCreated > 2) break;
  const ready = machine.snapshot();
  const random = randomState(firstSeed);
  const numbers = [...systemCallTable.keys()];
  const { layout } = contextOf(machine['kernel'], pid(100)).memory;
  const interesting = [
    ...[0, 1, 2, 3, 4, 5, 6, 7, 16, 100, 101, 102, 4096, 65_536, 0x7fff_ffff, 0x8000_0000],
    ...[-1, -2, -100, -4096, -0x8000_0000, 2 ** 40, 2 ** 53, -(2 ** 53), 2 ** 62],
    ...[8, 0x4000_0000, 0x4000_0001, layout.dataBase, layout.dataBase + 3, layout.dataBase + 4096],
  ];
  for (let k = 0; k < count; k++) {
    machine.restore(ready);
    const kernel = machine['kernel'];
    const process = processOf(kernel, pid(100));
    const context = contextOf(kernel, pid(100));
    const number = numbers[nextBelow(random, numbers.length)] ?? 0;
    const given = Array.from({ length: ARGUMENTS }, () =>
      nextBelow(random, 8) === 0
        ? context.sp + nextBelow(random, 64)
        : (interesting[nextBelow(random, interesting.length)] ?? 0),
    );
    given.forEach((value, at) => {
      context.memory.writeInt64(context.sp + 8 * at, value);
    });
    try {
      handleTrap(kernel, process, threadOf(kernel, pid(100)), context, {
        kind: 'system-call',
        number,
      });
      machine.run(200);
    } catch (cause) {
      const name = systemCallTable.get(number)?.name ?? String(number);
      throw new Error(`${name}(${given.join(', ')})`, { cause });
    }
  }
  expect(machine.report().processes.length).toBeGreaterThan(1);
});
