/** From a pthread_t, which is a thread pointer, to its thread. */
import { contextOf, threadsOf, type Kernel } from '../kernel';
import type { Process } from '../processes/process';
import type { Thread } from './thread';

/** The thread that has not ended whose pthread_t this is. */
export function liveThread(kernel: Kernel, process: Process, handle: number): Thread | null {
  return (
    threadsOf(kernel, process).find(
      ({ id, wait }) => contextOf(kernel, id).tp === handle && wait?.kind !== 'other-threads',
    ) ?? null
  );
}
