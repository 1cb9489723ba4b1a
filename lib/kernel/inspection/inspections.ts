/**
 * What of a stopped machine is only made for those who ask for it: each part is what one view draws, and
 * is made by a file of its own beside this one. Plain data, made anew for each moment.
 */
import type { Kernel } from '../kernel';
import type { Pid } from '../pid';
import { inspectControlBlocks } from './control-blocks';
import type { ControlBlocksView } from './control-blocks-view';
import { inspectMemory } from './memory';
import type { MemoryInspection } from './memory-view';
import { inspectFilesAndIpc, type FilesAndIpcView } from './files-and-ipc/files-and-ipc';
import { inspectProcessors, type ProcessorsView } from './processors';

/** One optional key for each part that can be asked for. */
export interface Inspections {
  readonly processors?: ProcessorsView;
  readonly memory?: MemoryInspection;
  readonly controlBlocks?: ControlBlocksView;
  readonly filesAndIpc?: FilesAndIpcView;
}

export type InspectionPart = keyof Inspections;

/** Those that are asked for; memory only of these processes, or else of the one that runs. */
export function inspect(
  kernel: Kernel,
  parts: readonly InspectionPart[],
  memoryOf: readonly Pid[] = [],
): Inspections {
  const asked = new Set(parts);
  return {
    ...(asked.has('processors') && { processors: inspectProcessors(kernel) }),
    ...(asked.has('memory') && { memory: inspectMemory(kernel, memoryOf) }),
    ...(asked.has('controlBlocks') && { controlBlocks: inspectControlBlocks(kernel) }),
    ...(asked.has('filesAndIpc') && { filesAndIpc: inspectFilesAndIpc(kernel) }),
  };
}
