/**
 * System V semaphore sets: values, and the operations that semop does all at once or not at all. Pure
 * transitions; blocking is system-v-semaphores. Leaves out: id reuse (ids count up).
 */
import { IPC_NOWAIT, type IpcPermissions } from './ipc';
import type { Pid } from '../pid';
import type { SemaphoreOperation } from '../threads/thread';

export interface SemaphoreSets {
  readonly sets: Map<number, SemaphoreSet>;
  nextId: number;
}

export interface SemaphoreSet extends IpcPermissions {
  readonly id: number;
  /** Each in [0, SEMAPHORE_VALUE_MAX]. */
  values: number[];
  /** Process that last changed each. */
  lastPids: number[];
  operatedNs: number | null;
  changedNs: number;
  /** Blocked in semop, oldest first. */
  waiting: Pid[];
}

export const SEMAPHORE_VALUE_MAX = 32_767;
export const SEMAPHORES_MAX = 32_000;
export const SEM_UNDO = 0x1000;

export type Attempt =
  | { readonly kind: 'done'; readonly values: number[] }
  /** `index` is the semaphore of the first operation that can't go on; `zero`: it waits for 0. */
  | {
      readonly kind: 'blocked';
      readonly index: number;
      readonly zero: boolean;
      readonly noWait: boolean;
    }
  | { readonly kind: 'out-of-range' };

/** What the operations would come to now. Precondition: indices are in range. */
export function attempt(set: SemaphoreSet, operations: readonly SemaphoreOperation[]): Attempt {
  const values = set.values.slice();
  for (const { index, change, flags } of operations) {
    const value = values[index] ?? 0;
    const noWait = (flags & IPC_NOWAIT) !== 0;
    if (change === 0) {
      if (value !== 0) return { kind: 'blocked', index, zero: true, noWait };
    } else if (value + change < 0) return { kind: 'blocked', index, zero: false, noWait };
    else if (value + change > SEMAPHORE_VALUE_MAX) return { kind: 'out-of-range' };
    values[index] = value + change;
  }
  return { kind: 'done', values };
}

export function newSemaphoreSets(): SemaphoreSets {
  return { sets: new Map(), nextId: 0 };
}

export function cloneSemaphoreSets(table: SemaphoreSets): SemaphoreSets {
  const sets = new Map<number, SemaphoreSet>();
  for (const [id, set] of table.sets)
    sets.set(id, {
      ...set,
      values: set.values.slice(),
      lastPids: set.lastPids.slice(),
      waiting: set.waiting.slice(),
    });
  return { sets, nextId: table.nextId };
}
