/** /proc/sysvipc: the tables that ipcs prints, in the kernel's own columns. */
import { assertNever } from '../../abi/assert-never';
import { user } from './credentials';
import { ipcSeconds, type IpcPermissions } from '../ipc/ipc';
import type { Kernel } from '../kernel';
import type { SysvipcFile } from './proc-node';

export function sysvipcText(kernel: Kernel, file: SysvipcFile): string {
  switch (file) {
    case 'shm':
      return table(SHM_HEADER, sharedMemoryRows(kernel));
    case 'sem':
      return table(SEM_HEADER, semaphoreRows(kernel));
    case 'msg':
      return table(MSG_HEADER, messageRows(kernel));
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
      pad(ipcSeconds(segment.attachedNs), 11),
      pad(ipcSeconds(segment.detachedNs), 11),
      pad(ipcSeconds(segment.changedNs), 11),
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
      pad(ipcSeconds(set.operatedNs), 11),
      pad(ipcSeconds(set.changedNs), 11),
    ].join(''),
  );
}

function messageRows(kernel: Kernel): string[] {
  return [...kernel.state.messageQueues.queues.values()].map((queue) =>
    [
      pad(queue.key, 10),
      pad(queue.id, 11),
      pad(queue.mode.toString(8), 6),
      pad(queue.byteCount, 12),
      pad(queue.messages.length, 11),
      pad(queue.lastSender, 6),
      pad(queue.lastReceiver, 6),
      ...owners(queue),
      pad(ipcSeconds(queue.sentNs), 11),
      pad(ipcSeconds(queue.receivedNs), 11),
      pad(ipcSeconds(queue.changedNs), 11),
    ].join(''),
  );
}

/** uid, gid, cuid, cgid. */
function owners(object: IpcPermissions): string[] {
  const { student } = user;
  return [object.owner, object.group, student.user, student.group].map((id) => pad(id, 6));
}

function table(header: string, rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}

function pad(value: number | string, width: number): string {
  return String(value).padStart(width);
}
