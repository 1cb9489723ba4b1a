/** Semaphores: sets of System V, and those of POSIX with names and in programs' memory. */
import { attempt } from '../../ipc/semaphore-set';
import { contextOf, regionOf, type Kernel } from '../../kernel';
import { pid, type Pid } from '../../pid';
import type { Waiter } from './waiter';
import type { SynchronizationObject } from './synchronization-objects';

export interface SemaphoreView {
  readonly key: string;
  readonly kind: 'system-v' | 'named' | 'in memory';
  /** "set 0, semaphore 1", "/mutex", "buffer->empty". */
  readonly name: string;
  readonly value: number;
  /** The queue, oldest first. */
  readonly waiting: readonly Waiter[];
  /** The process in whose own memory it lies; null: others share it. */
  readonly privateTo: Pid | null;
  /** In the memory of one of those that have it there. */
  readonly place: { readonly pid: Pid; readonly address: number } | null;
}

export function semaphoresOf(
  kernel: Kernel,
  found: ReadonlyMap<string, SynchronizationObject>,
): readonly SemaphoreView[] {
  return [...systemVSemaphores(kernel), ...posixSemaphores(kernel, found)];
}

function systemVSemaphores(kernel: Kernel): readonly SemaphoreView[] {
  const { state } = kernel;
  return [...state.semaphoreSets.sets.values()].flatMap((set) => {
    const waiting = set.waiting.flatMap((thread) => {
      const wait = state.threads.get(thread)?.wait;
      if (wait?.kind !== 'semaphore-set') return [];
      const tried = attempt(set, wait.operations);
      if (tried.kind !== 'blocked') return [];
      const { change = 0 } = wait.operations.find(({ index }) => index === tried.index) ?? {};
      const wants = tried.zero ? 'waits for 0' : `takes ${-change}`;
      return [{ thread, wants, index: tried.index }];
    });
    return set.values.map((value, index): SemaphoreView => ({
      key: `set ${set.id} ${index}`,
      kind: 'system-v',
      name: set.values.length === 1 ? `set ${set.id}` : `set ${set.id}, semaphore ${index}`,
      value,
      waiting: waiting
        .filter((each) => each.index === index)
        .map(({ thread, wants }) => ({ thread, wants })),
      privateTo: null,
      place: null,
    }));
  });
}

function posixSemaphores(
  kernel: Kernel,
  found: ReadonlyMap<string, SynchronizationObject>,
): readonly SemaphoreView[] {
  const { posixSemaphores: semaphores, threads } = kernel.state;
  const views = new Map<string, SemaphoreView>();
  const add = (
    { key, kind, name, value }: Pick<SemaphoreView, 'key' | 'kind' | 'name' | 'value'>,
    place: SemaphoreView['place'],
  ): void => {
    const waiting = (semaphores.waiting.get(key) ?? []).map((thread) => ({
      thread,
      wants: 'takes 1',
    }));
    views.set(key, { key, kind, name, value, waiting, privateTo: ownerOf(key), place });
  };
  for (const [name, region] of semaphores.named) {
    const value = regionOf(kernel, region).view.getInt32(0, true);
    add({ key: `r${region}+0`, kind: 'named', name: `/${name}`, value }, null);
  }
  for (const { kind, key, name, process, address } of found.values()) {
    if (kind !== 'semaphore' || views.has(key)) continue;
    const value = contextOf(kernel, process.pid).memory.readInt32(address) ?? 0;
    add({ key, kind: 'in memory', name, value }, { pid: process.pid, address });
  }
  // Somebody waits for it, whatever it is called. Its value is 0: else nobody would wait.
  for (const [key, [first]] of semaphores.waiting) {
    const wait = first === undefined ? null : (threads.get(first)?.wait ?? null);
    if (!views.has(key) && wait?.kind === 'posix-semaphore')
      add({ key, kind: 'in memory', name: wait.name, value: 0 }, null);
  }
  return [...views.values()];
}

/** A key tells whose memory it is of: lib/kernel/ipc/posix-semaphore-table.ts. */
export function ownerOf(key: string): Pid | null {
  const found = /^p(\d+)\+/.exec(key);
  return found === null ? null : pid(Number(found[1]));
}
