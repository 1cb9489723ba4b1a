/** /proc/sysvipc: the tables that ipcs prints, in the kernel's own columns. */
import { assertNever } from '../abi/assert-never';
import { user } from './credentials';
import type { Kernel } from './kernel';
import type { SysvipcFile } from './proc-node';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from './virtual-time';

export function sysvipcText(kernel: Kernel, file: SysvipcFile): string {
  switch (file) {
    case 'shm':
      return table(SHM_HEADER, sharedMemoryRows(kernel));
    case 'sem':
      return table(SEM_HEADER, semaphoreRows(kernel));
    case 'msg':
      return table(MSG_HEADER, []);
    default:
      return assertNever(file);
  }
}

const SHM_HEADER =
  '       key      shmid perms                  size  cpid  lpid nattch   uid   gid  cuid  cgid      atime      dtime      ctime                   rss                  swap';
const SEM_HEADER =
  '       key      semid perms      nsems   uid   gid  cuid  cgid      otime      ctime';
const MSG_HEADER =
  '       key      msqid perms      cbytes       qnum lspid lrpid   uid   gid  cuid  cgid      stime      rtime      ctime';

function sharedMemoryRows(kernel: Kernel): string[] {
  return [...kernel.state.sharedMemory.segments.values()].map((segment) =>
    [
      pad(segment.key, 10),
      pad(segment.id, 11),
      pad(segment.mode.toString(8), 6),
      pad(segment.byteCount, 22),
      pad(segment.creator, 6),
      pad(segment.lastPid, 6),
      pad(segment.attached, 7),
      ...owners(segment),
      pad(seconds(segment.attachedNs), 11),
      pad(seconds(segment.detachedNs), 11),
      pad(changedSeconds(segment.changedNs), 11),
      pad(segment.byteCount, 22),
      pad(0, 22),
    ].join(''),
  );
}

function semaphoreRows(kernel: Kernel): string[] {
  return [...kernel.state.semaphoreSets.sets.values()].map((set) =>
    [
      pad(set.key, 10),
      pad(set.id, 11),
      pad(set.mode.toString(8), 6),
      pad(set.values.length, 11),
      ...owners(set),
      pad(seconds(set.operatedNs), 11),
      pad(changedSeconds(set.changedNs), 11),
    ].join(''),
  );
}

/** uid, gid, cuid, cgid. */
function owners(object: { readonly owner: number }): string[] {
  const { student } = user;
  return [object.owner, student.group, student.user, student.group].map((id) => pad(id, 6));
}

function table(header: string, rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}

function pad(value: number | string, width: number): string {
  return String(value).padStart(width);
}

/** 0 where it never happened. */
function seconds(timeNs: number): number {
  return timeNs === 0 ? 0 : changedSeconds(timeNs);
}

function changedSeconds(timeNs: number): number {
  return BOOT_EPOCH_SECONDS + Math.floor(timeNs / NANOSECONDS_PER_SECOND);
}
