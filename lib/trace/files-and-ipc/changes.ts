/** What of the files and IPC of a machine is not as it was at another moment, row by row. */
import type { FilesAndIpcView } from '../../kernel/inspection/files-and-ipc/files-and-ipc';

/** Names a row of the view: `rowKey`. */
export type RowKey = string;

type RowKind =
  'descriptor' | 'description' | 'object' | 'memory' | 'queue' | 'semaphore' | 'lock' | 'file-lock';

export function rowKey(kind: RowKind, of: string | number): RowKey {
  return `${kind} ${of}`;
}

export function descriptorKey(pid: number, fd: number): RowKey {
  return rowKey('descriptor', `${pid} ${fd}`);
}

export interface Changes {
  /** New, or different. */
  readonly changed: ReadonlySet<RowKey>;
  /** There before, and not any more. */
  readonly goneCount: number;
}

export const NO_CHANGES: Changes = { changed: new Set(), goneCount: 0 };

export function changesBetween(before: FilesAndIpcView, after: FilesAndIpcView): Changes {
  const old = rowsOf(before);
  const rows = rowsOf(after);
  const changed = new Set<RowKey>();
  for (const [key, text] of rows) if (old.get(key) !== text) changed.add(key);
  let goneCount = 0;
  for (const key of old.keys()) if (!rows.has(key)) goneCount++;
  return { changed, goneCount };
}

/** What each row says, as a text to be compared. */
function rowsOf(view: FilesAndIpcView): ReadonlyMap<RowKey, string> {
  const rows = new Map<RowKey, string>();
  for (const { pid, descriptors } of view.tables)
    for (const descriptor of descriptors)
      rows.set(descriptorKey(pid, descriptor.fd), JSON.stringify(descriptor));
  for (const each of view.descriptions)
    rows.set(rowKey('description', each.id), JSON.stringify(each));
  const keyed: readonly [RowKind, readonly { readonly key: string }[]][] = [
    ['object', view.objects],
    ['memory', view.sharedMemory],
    ['queue', view.messageQueues],
    ['semaphore', view.semaphores],
    ['lock', view.locks],
    ['file-lock', view.fileLocks],
  ];
  for (const [kind, all] of keyed)
    for (const each of all) rows.set(rowKey(kind, each.key), JSON.stringify(each));
  return rows;
}
