/** What the three kinds of System V IPC have in common: commands, flags, struct ipc_perm. */
import { user } from './credentials';

export const IPC_PRIVATE = 0;
export const IPC_CREAT = 0o1000;
export const IPC_EXCL = 0o2000;
export const IPC_RMID = 0;
export const IPC_SET = 1;
export const IPC_STAT = 2;

/** struct ipc_perm, 48 bytes at the start of the view. */
export function putIpcPerm(
  view: DataView,
  object: { readonly key: number; readonly owner: number; readonly mode: number },
): void {
  view.setInt32(0, object.key, true);
  view.setUint32(4, object.owner, true);
  view.setUint32(8, object.owner, true);
  view.setUint32(12, user.student.user, true);
  view.setUint32(16, user.student.user, true);
  view.setUint32(20, object.mode, true);
}
