/** System V semaphores: semget, semop, semctl, SEM_UNDO. Transitions of a set are in semaphore-set.ts. */
import { Errno } from '../abi/errno';
import { argument, argument32, type ExecutionContext } from '../vm/context';
import { user } from './credentials';
import { Permission } from './file-system';
import { IPC_CREAT, IPC_EXCL, IPC_PRIVATE, IPC_RMID, IPC_SET, IPC_STAT, putIpcPerm } from './ipc';
import { complete, processOf, type Kernel, type SystemCallHandler } from './kernel';
import type { Process, SemaphoreOperation, Wait } from './process';
import {
  attempt,
  SEM_UNDO,
  SEMAPHORE_VALUE_MAX,
  SEMAPHORES_MAX,
  type SemaphoreSet,
} from './semaphore-set';
import { BOOT_EPOCH_SECONDS, NANOSECONDS_PER_SECOND } from './virtual-time';

const GETPID = 11;
const GETVAL = 12;
const GETALL = 13;
const GETNCNT = 14;
const GETZCNT = 15;
const SETVAL = 16;
const SETALL = 17;
const OPERATIONS_MAX = 500;
const SETS_MAX = 32_000;
const SEMID_DS_BYTES = 104;

export const semget: SystemCallHandler = (kernel, _process, context) => {
  const key = argument32(context, 0);
  const count = argument32(context, 1);
  const flags = argument32(context, 2);
  const { semaphoreSets, timeNs } = kernel.state;
  const existing = key === IPC_PRIVATE ? undefined : withKey(kernel, key);
  if (count < 0 || count > SEMAPHORES_MAX) return -Errno.EINVAL;
  if (existing !== undefined) {
    if ((flags & IPC_CREAT) !== 0 && (flags & IPC_EXCL) !== 0) return -Errno.EEXIST;
    if (count > existing.values.length) return -Errno.EINVAL;
    return permits(existing, (flags >> 6) & 7) ? existing.id : -Errno.EACCES;
  }
  if (key !== IPC_PRIVATE && (flags & IPC_CREAT) === 0) return -Errno.ENOENT;
  if (count === 0) return -Errno.EINVAL;
  if (semaphoreSets.sets.size >= SETS_MAX) return -Errno.ENOSPC;
  const id = semaphoreSets.nextId++;
  semaphoreSets.sets.set(id, {
    id,
    key,
    mode: flags & 0o777,
    owner: user.student.user,
    values: new Array<number>(count).fill(0),
    lastPids: new Array<number>(count).fill(0),
    operatedNs: 0,
    changedNs: timeNs,
    waiting: [],
  });
  return id;
};

export const semop: SystemCallHandler = (kernel, process, context) => {
  const set = kernel.state.semaphoreSets.sets.get(argument32(context, 0));
  const count = argument(context, 2);
  if (count <= 0 || set === undefined) return -Errno.EINVAL;
  if (count > OPERATIONS_MAX) return -Errno.E2BIG;
  const operations = readOperations(context, argument(context, 1), count);
  if (operations === null) return -Errno.EFAULT;
  if (operations.some(({ index }) => index >= set.values.length)) return -Errno.EFBIG;
  const alters = operations.some(({ change }) => change !== 0);
  if (!permits(set, alters ? Permission.write : Permission.read)) return -Errno.EACCES;
  const outcome = attempt(set, operations);
  switch (outcome.kind) {
    case 'out-of-range':
      return -Errno.ERANGE;
    case 'blocked': {
      if (outcome.noWait) return -Errno.EAGAIN;
      set.waiting.push(process.pid);
      const wait: Wait = {
        kind: 'semaphore-set',
        set: set.id,
        operations,
        name: `semaphore set ${set.id} [${outcome.index}]`,
        value: set.values[outcome.index] ?? 0,
      };
      return wait;
    }
    case 'done':
      perform(kernel, process, set, operations, outcome.values);
      settle(kernel, set);
      return 0;
  }
};

export const semctl: SystemCallHandler = (kernel, process, context) => {
  const set = kernel.state.semaphoreSets.sets.get(argument32(context, 0));
  if (set === undefined) return -Errno.EINVAL;
  const index = argument32(context, 1);
  const command = argument32(context, 2);
  const value = argument(context, 3);
  const ofOne = [GETPID, GETVAL, GETNCNT, GETZCNT, SETVAL].includes(command);
  if (ofOne && (index < 0 || index >= set.values.length)) return -Errno.EINVAL;
  switch (command) {
    case GETVAL:
      return set.values[index] ?? 0;
    case GETPID:
      return set.lastPids[index] ?? 0;
    case GETNCNT:
    case GETZCNT:
      return waitersOf(kernel, set, index, command === GETZCNT);
    case SETVAL:
      return setValues(kernel, process, set, [[index, argument32(context, 3)]]);
    case GETALL: {
      const bytes = new Uint8Array(2 * set.values.length);
      const view = new DataView(bytes.buffer);
      set.values.forEach((each, k) => {
        view.setUint16(2 * k, each, true);
      });
      return context.memory.writeBytes(value, bytes) ? 0 : -Errno.EFAULT;
    }
    case SETALL: {
      const bytes = context.memory.readBytes(value, 2 * set.values.length);
      if (bytes === null) return -Errno.EFAULT;
      const view = new DataView(bytes.buffer);
      return setValues(
        kernel,
        process,
        set,
        set.values.map((_, k) => [k, view.getUint16(2 * k, true)]),
      );
    }
    case IPC_STAT:
      return context.memory.writeBytes(value, statBytes(set)) ? 0 : -Errno.EFAULT;
    case IPC_SET: {
      const bytes = context.memory.readBytes(value, SEMID_DS_BYTES);
      if (bytes === null) return -Errno.EFAULT;
      const view = new DataView(bytes.buffer);
      set.owner = view.getUint32(4, true);
      set.mode = view.getUint32(20, true) & 0o777;
      set.changedNs = kernel.state.timeNs;
      return 0;
    }
    case IPC_RMID:
      kernel.state.semaphoreSets.sets.delete(set.id);
      for (const pid of set.waiting) complete(kernel, processOf(kernel, pid), -Errno.EIDRM);
      for (const other of kernel.state.processes.values())
        other.undo = other.undo.filter((undo) => undo.set !== set.id);
      return 0;
    default:
      return -Errno.EINVAL;
  }
};

/** At the end of a process: takes back its SEM_UNDO operations, as far as values allow. */
export function undoSemaphores(kernel: Kernel, process: Process): void {
  for (const { set: id, index, change } of process.undo) {
    const set = kernel.state.semaphoreSets.sets.get(id);
    if (set === undefined) continue;
    const value = (set.values[index] ?? 0) + change;
    set.values[index] = Math.min(SEMAPHORE_VALUE_MAX, Math.max(0, value));
    set.lastPids[index] = process.pid;
    settle(kernel, set);
  }
  process.undo = [];
}

/** Lets every blocked semop go on that the values now allow, oldest first, until nothing changes. */
function settle(kernel: Kernel, set: SemaphoreSet): void {
  for (let at = 0; at < set.waiting.length;) {
    const pid = set.waiting[at];
    if (pid === undefined) return;
    const process = processOf(kernel, pid);
    const { wait } = process;
    if (wait?.kind !== 'semaphore-set') throw new Error(`process ${pid} waits for no semaphore`);
    const outcome = attempt(set, wait.operations);
    if (outcome.kind === 'blocked' && !outcome.noWait) {
      at++;
      continue;
    }
    set.waiting.splice(at, 1);
    if (outcome.kind === 'done') {
      perform(kernel, process, set, wait.operations, outcome.values);
      complete(kernel, process, 0);
      at = 0;
    } else complete(kernel, process, outcome.kind === 'blocked' ? -Errno.EAGAIN : -Errno.ERANGE);
  }
}

function perform(
  kernel: Kernel,
  process: Process,
  set: SemaphoreSet,
  operations: readonly SemaphoreOperation[],
  values: number[],
): void {
  set.values = values;
  set.operatedNs = kernel.state.timeNs;
  for (const { index, change, flags } of operations) {
    set.lastPids[index] = process.pid;
    if ((flags & SEM_UNDO) === 0 || change === 0) continue;
    const undo = process.undo.find((each) => each.set === set.id && each.index === index);
    if (undo === undefined) process.undo.push({ set: set.id, index, change: -change });
    else undo.change -= change;
  }
}

function setValues(
  kernel: Kernel,
  process: Process,
  set: SemaphoreSet,
  values: readonly (readonly [index: number, value: number])[],
): number {
  if (!permits(set, Permission.write)) return -Errno.EACCES;
  if (values.some(([, value]) => value < 0 || value > SEMAPHORE_VALUE_MAX)) return -Errno.ERANGE;
  for (const [index, value] of values) {
    set.values[index] = value;
    set.lastPids[index] = process.pid;
    // Setting a value forgets what processes would undo there.
    for (const other of kernel.state.processes.values())
      other.undo = other.undo.filter((undo) => undo.set !== set.id || undo.index !== index);
  }
  set.changedNs = kernel.state.timeNs;
  settle(kernel, set);
  return 0;
}

function waitersOf(kernel: Kernel, set: SemaphoreSet, index: number, zero: boolean): number {
  let count = 0;
  for (const pid of set.waiting) {
    const { wait } = processOf(kernel, pid);
    if (wait?.kind !== 'semaphore-set') continue;
    const outcome = attempt(set, wait.operations);
    if (outcome.kind === 'blocked' && outcome.index === index && outcome.zero === zero) count++;
  }
  return count;
}

/** struct sembuf: unsigned short sem_num; short sem_op; short sem_flg. */
function readOperations(
  context: ExecutionContext,
  address: number,
  count: number,
): SemaphoreOperation[] | null {
  const bytes = context.memory.readBytes(address, 6 * count);
  if (bytes === null) return null;
  const view = new DataView(bytes.buffer);
  return Array.from({ length: count }, (_, k) => ({
    index: view.getUint16(6 * k, true),
    change: view.getInt16(6 * k + 2, true),
    flags: view.getInt16(6 * k + 4, true),
  }));
}

function withKey(kernel: Kernel, key: number): SemaphoreSet | undefined {
  for (const set of kernel.state.semaphoreSets.sets.values()) if (set.key === key) return set;
  return undefined;
}

function permits(set: SemaphoreSet, wanted: number): boolean {
  const bits = set.owner === user.student.user ? set.mode >> 6 : set.mode;
  return (bits & wanted) === wanted;
}

/** struct semid_ds */
function statBytes(set: SemaphoreSet): Uint8Array {
  const bytes = new Uint8Array(SEMID_DS_BYTES);
  const view = new DataView(bytes.buffer);
  putIpcPerm(view, set);
  const seconds = (timeNs: number): number =>
    BOOT_EPOCH_SECONDS + Math.floor(timeNs / NANOSECONDS_PER_SECOND);
  view.setUint32(48, set.operatedNs === 0 ? 0 : seconds(set.operatedNs), true);
  view.setUint32(64, seconds(set.changedNs), true);
  view.setUint32(80, set.values.length, true);
  return bytes;
}
