/** Memory that several processes may have mapped, and where each of them has it. */
import type { Kernel } from '../../kernel';
import type { Pid } from '../../pid';
import { SHM_DEST } from '../../ipc/shared-memory-table';

export interface SharedMemoryView {
  readonly key: string;
  /** "shared memory 0", a file's path, "shared mapping". */
  readonly name: string;
  readonly byteCount: number;
  /** Of a System V segment. */
  readonly segment: {
    readonly id: number;
    /** 0: IPC_PRIVATE. */
    readonly key: number;
    /** It goes with the last detach. */
    readonly isRemoved: boolean;
  } | null;
  readonly attachments: readonly AttachmentView[];
}

export interface AttachmentView {
  readonly pid: Pid;
  readonly address: number;
  readonly byteCount: number;
  /** Where in the segment it begins. */
  readonly offset: number;
  readonly isWritable: boolean;
}

export function sharedMemoryOf(kernel: Kernel): readonly SharedMemoryView[] {
  const { state } = kernel;
  const attachments = new Map<number, AttachmentView[]>();
  for (const { pid, attachments: own } of state.processes.values())
    for (const { kind, region, address, byteCount, offset } of own) {
      if (kind !== 'shared' && kind !== 'system-v') continue;
      const isWritable = kernel.contexts.get(pid)?.memory.mappingAt(address)?.writable ?? false;
      const view = { pid, address, byteCount, offset, isWritable };
      attachments.set(region, [...(attachments.get(region) ?? []), view]);
    }
  const segments = new Map(
    [...state.sharedMemory.segments.values()].map((each) => [each.region, each]),
  );
  const regions = new Set([...segments.keys(), ...attachments.keys()]);
  return [...regions]
    .sort((a, b) => a - b)
    .map((region) => {
      const segment = segments.get(region);
      return {
        key: `region ${region}`,
        name: kernel.regions.get(region)?.name ?? 'shared memory',
        byteCount: segment?.byteCount ?? kernel.regions.get(region)?.length ?? 0,
        segment:
          segment === undefined
            ? null
            : { id: segment.id, key: segment.key, isRemoved: (segment.mode & SHM_DEST) !== 0 },
        attachments: attachments.get(region) ?? [],
      };
    });
}
