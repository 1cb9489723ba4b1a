/**
 * What processes have open and share at one moment: descriptor tables, open file descriptions, what these
 * refer to, and the objects of interprocess communication with who waits for them. A row is known by its
 * key as long as the thing lives, so that two moments can be compared. Leaves out: what the files of /proc
 * would say, directories' entries, files that nobody has open.
 */
import type { Kernel } from '../../kernel';
import { tablesOf, type DescriptorTable } from './descriptor-tables';
import { fileLocksOf, type FileLockView } from './file-locks';
import { messageQueuesOf, type MessageQueueView } from './message-queues';
import { descriptionsOf, type DescriptionView } from './open-descriptions';
import { openObjectsOf, type OpenObject } from './open-objects';
import { semaphoresOf, type SemaphoreView } from './semaphores';
import { sharedMemoryOf, type SharedMemoryView } from './shared-memory';
import { locksOf, type LockView } from './locks';
import { synchronizationObjects } from './synchronization-objects';

export interface FilesAndIpcView {
  /** Of processes that have not ended, in order of creation. */
  readonly tables: readonly DescriptorTable[];
  /** In the order in which the tables name them first; what travels in messages last. */
  readonly descriptions: readonly DescriptionView[];
  /** In the order in which the descriptions name them first. */
  readonly objects: readonly OpenObject[];
  readonly sharedMemory: readonly SharedMemoryView[];
  readonly messageQueues: readonly MessageQueueView[];
  readonly semaphores: readonly SemaphoreView[];
  readonly locks: readonly LockView[];
  readonly fileLocks: readonly FileLockView[];
}

export function inspectFilesAndIpc(kernel: Kernel): FilesAndIpcView {
  const tables = tablesOf(kernel);
  const descriptions = descriptionsOf(kernel, tables);
  const found = synchronizationObjects(kernel);
  return {
    tables,
    descriptions,
    objects: openObjectsOf(kernel, descriptions),
    sharedMemory: sharedMemoryOf(kernel),
    messageQueues: messageQueuesOf(kernel),
    semaphores: semaphoresOf(kernel, found),
    locks: locksOf(kernel, found),
    fileLocks: fileLocksOf(kernel),
  };
}
