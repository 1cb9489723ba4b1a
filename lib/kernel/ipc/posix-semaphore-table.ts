/**
 * POSIX semaphores: names, and who waits. The value itself is the first int of the sem_t in simulated
 * memory, so that processes which share that memory share the semaphore, and fork copies the others.
 */
import type { Pid } from '../pid';

export interface PosixSemaphores {
  /** Named semaphores by name without the slash: region that holds the sem_t. */
  readonly named: Map<string, number>;
  /**
   * Blocked threads of each semaphore, oldest first; no entry when nobody waits. A key is a place in
   * memory: "r<region>+<offset>" in a shared region, "p<pid>+<address>" in a process's own memory.
   */
  readonly waiting: Map<string, Pid[]>;
}

export function newSemaphores(): PosixSemaphores {
  return { named: new Map(), waiting: new Map() };
}

export function cloneSemaphores(semaphores: PosixSemaphores): PosixSemaphores {
  const waiting = new Map<string, Pid[]>();
  for (const [key, pids] of semaphores.waiting) waiting.set(key, pids.slice());
  return { named: new Map(semaphores.named), waiting };
}
