import type { Pid } from '@/lib/kernel/pid';
import type {
  DescriptorTable,
  DescriptorView,
} from '@/lib/kernel/inspection/files-and-ipc/descriptor-tables';
import { descriptorKey, type RowKey } from '@/lib/trace/files-and-ipc/changes';
import type { ProcessNames } from '../process-names';

/** Processes whose descriptors are the same: children that have opened and closed nothing yet. */
export type TableGroup = {
  readonly pids: readonly [Pid, ...Pid[]];
  readonly descriptors: readonly DescriptorView[];
};

export function groupTables(tables: readonly DescriptorTable[]): readonly TableGroup[] {
  const groups = new Map<
    string,
    { pids: [Pid, ...Pid[]]; descriptors: readonly DescriptorView[] }
  >();
  for (const { pid, descriptors } of tables) {
    const key = JSON.stringify(descriptors);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { pids: [pid], descriptors });
    else group.pids.push(pid);
  }
  return [...groups.values()];
}

const NAMED_MAX = 2;

export function namesOf(pids: readonly Pid[], names: ProcessNames): string {
  const first = pids.slice(0, NAMED_MAX).map((pid) => nameOf(pid, names));
  const more = pids.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
}

export function nameOf(pid: Pid, names: ProcessNames): string {
  return names.get(pid)?.name ?? `process ${pid}`;
}

export function isChanged({ pids }: TableGroup, fd: number, changed: ReadonlySet<RowKey>): boolean {
  return pids.some((pid) => changed.has(descriptorKey(pid, fd)));
}
