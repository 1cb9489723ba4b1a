/**
 * System V semaphores: semget, semop, semtimedop, semctl, SEM_UNDO. Transitions of a set are in
 * semaphore-set.ts.
 */
import { Errno } from '../../abi/errno';
import { argument, argument32, type ExecutionContext } from '../../vm/context';
import { Permission } from '../files/file-system';
import {
  highestIndex,
  IPC_CREAT,
  IPC_EXCL,
  IPC_INFO,
  IPC_PRIVATE,
  IPC_RMID,
  IPC_SET,
  IPC_STAT,
  ipcSeconds,
  newPermissions,
  permits,
  putIpcPerm,
  setIpcPerm,
  wantedBy,
  withKey,
} from './ipc';
import {
  complete,
  currentThread,
  processOf,
  threadOf,
  type CallResult,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import type { Process } from '../processes/process';
import {
  attempt,
  SEM_UNDO,
  SEMAPHORE_VALUE_MAX,
  SEMAPHORES_MAX,
  type SemaphoreSet,
} from './semaphore-set';
import type { SemaphoreOperation, Wait } from '../threads/thread';
import { readDuration, startTimeout } from '../time/timeouts';

const GETPID = 11;
const GETVAL = 12;
const GETALL = 13;
const GETNCNT = 14;
const GETZCNT = 15;
const SETVAL = 16;
const SETALL = 17;
const SEM_STAT = 18;
const SEM_INFO = 19;
const SEM_STAT_ANY = 20;
const OPERATIONS_MAX = 500;
const SETS_MAX = 32_000;
const SEMID_DS_BYTES = 104;
const SEMINFO_BYTES = 40;

export const semget: SystemCallHandler = (kernel, _process, context) => {
  const key = argument32(context, 0);
  const count = argument32(context, 1);
  const flags = argument32(context, 2);
  const { semaphoreSets, timeNs } = kernel.state;
  const existing = withKey(semaphoreSets.sets, key);
  if (count < 0 || count > SEMAPHORES_MAX) return -Errno.EINVAL;
  if (existing !== undefined) {
    if ((flags & IPC_CREAT) !== 0 && (flags & IPC_EXCL) !== 0) return -Errno.EEXIST;
    if (count > existing.values.length) return -Errno.EINVAL;
    return permits(existing, wantedBy(flags)) ? existing.id : -Errno.EACCES;
  }
  if (key !== IPC_PRIVATE && (flags & IPC_CREAT) === 0) return -Errno.ENOENT;
  if (count === 0) return -Errno.EINVAL;
  if (semaphoreSets.sets.size >= SETS_MAX) return -Errno.ENOSPC;
  const id = semaphoreSets.nextId++;
  semaphoreSets.sets.set(id, {
    ...newPermissions(key, flags & 0o777),
    id,
    values: new Array<number>(count).fill(0),
    lastPids: new Array<number>(count).fill(0),
    operatedNs: null,
    changedNs: timeNs,
    waiting: [],
  });
  return id;
};

export const semop: SystemCallHandler = (kernel, process, context) =>
  operate(kernel, process, context, null);

export const semtimedop: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 3);
  if (address === 0) return operate(kernel, process, context, null);
  const duration = readDuration(context, address);
  return duration.kind === 'error'
    ? -duration.errno
    : operate(kernel, process, context, duration.value);
};

/** All operations at once, or a wait until they can be done. */
function operate(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  timeoutNs: number | null,
): CallResult {
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
      set.waiting.push(currentThread(kernel).id);
      if (timeoutNs !== null) startTimeout(kernel, timeoutNs);
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
}

export const semctl: SystemCallHandler = (kernel, process, context) => {
  const command = argument32(context, 2);
  const address = argument(context, 3);
  if (command === IPC_INFO || command === SEM_INFO)
    return putInfo(kernel, context, command === SEM_INFO);
  const set = kernel.state.semaphoreSets.sets.get(argument32(context, 0));
  if (set === undefined) return -Errno.EINVAL;
  switch (command) {
    case GETVAL:
    case GETPID:
    case GETNCNT:
    case GETZCNT:
    case SETVAL:
      return ofOne(kernel, process, context, set, command);
    case GETALL:
      return getAll(context, set, address);
    case SETALL:
      return setAll(kernel, process, context, set, address);
    case IPC_STAT:
    case SEM_STAT:
    case SEM_STAT_ANY: {
      if (command !== SEM_STAT_ANY && !permits(set, Permission.read)) return -Errno.EACCES;
      if (!context.memory.writeBytes(address, statBytes(set))) return -Errno.EFAULT;
      return command === IPC_STAT ? 0 : set.id;
    }
    case IPC_SET: {
      const bytes = context.memory.readBytes(address, SEMID_DS_BYTES);
      if (bytes === null) return -Errno.EFAULT;
      setIpcPerm(new DataView(bytes.buffer), set);
      set.changedNs = kernel.state.timeNs;
      return 0;
    }
    case IPC_RMID:
      kernel.state.semaphoreSets.sets.delete(set.id);
      for (const pid of set.waiting) complete(kernel, threadOf(kernel, pid), -Errno.EIDRM);
      for (const other of kernel.state.processes.values())
        other.undo = other.undo.filter((undo) => undo.set !== set.id);
      return 0;
    default:
      return -Errno.EINVAL;
  }
};

/** The commands that name one semaphore of the set. */
function ofOne(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  set: SemaphoreSet,
  command: number,
): number {
  const index = argument32(context, 1);
  if (index < 0 || index >= set.values.length) return -Errno.EINVAL;
  if (command === SETVAL) return setValues(kernel, process, set, [[index, argument32(context, 3)]]);
  if (!permits(set, Permission.read)) return -Errno.EACCES;
  switch (command) {
    case GETVAL:
      return set.values[index] ?? 0;
    case GETPID:
      return set.lastPids[index] ?? 0;
    default:
      return waitersOf(kernel, set, index, command === GETZCNT);
  }
}

function getAll(context: ExecutionContext, set: SemaphoreSet, address: number): number {
  if (!permits(set, Permission.read)) return -Errno.EACCES;
  const bytes = new Uint8Array(2 * set.values.length);
  const view = new DataView(bytes.buffer);
  set.values.forEach((each, k) => {
    view.setUint16(2 * k, each, true);
  });
  return context.memory.writeBytes(address, bytes) ? 0 : -Errno.EFAULT;
}

function setAll(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  set: SemaphoreSet,
  address: number,
): number {
  const bytes = context.memory.readBytes(address, 2 * set.values.length);
  if (bytes === null) return -Errno.EFAULT;
  const view = new DataView(bytes.buffer);
  const values = set.values.map((_, k) => [k, view.getUint16(2 * k, true)] as const);
  return setValues(kernel, process, set, values);
}

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
    const thread = threadOf(kernel, pid);
    const { wait } = thread;
    if (wait?.kind !== 'semaphore-set') throw new Error(`thread ${pid} waits for no semaphore`);
    const outcome = attempt(set, wait.operations);
    if (outcome.kind === 'blocked' && !outcome.noWait) {
      at++;
      continue;
    }
    set.waiting.splice(at, 1);
    if (outcome.kind === 'done') {
      const process = processOf(kernel, thread.process);
      perform(kernel, process, set, wait.operations, outcome.values);
      complete(kernel, thread, 0);
      at = 0;
    } else complete(kernel, thread, outcome.kind === 'blocked' ? -Errno.EAGAIN : -Errno.ERANGE);
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
    const { wait } = threadOf(kernel, pid);
    if (wait?.kind !== 'semaphore-set') continue;
    const outcome = attempt(set, wait.operations);
    if (outcome.kind === 'blocked' && outcome.index === index && outcome.zero === zero) count++;
  }
  return count;
}

/** struct sembuf: unsigned short sem_num; short sem_op; short sem_flg. */
export function readOperations(
  context: ExecutionContext,
  address: number,
  count: number,
): SemaphoreOperation[] | null {
  const bytes = context.memory.readBytes(address, 6 * count);
  if (bytes === null) return null;
  const operations: SemaphoreOperation[] = [];
  const halfWord = (at: number) => (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  for (let at = 0; at < bytes.length; at += 6) {
    operations.push({
      index: halfWord(at),
      change: (halfWord(at + 2) << 16) >> 16,
      flags: (halfWord(at + 4) << 16) >> 16,
    });
  }
  return operations;
}

/** struct semid_ds */
function statBytes(set: SemaphoreSet): Uint8Array {
  const bytes = new Uint8Array(SEMID_DS_BYTES);
  const view = new DataView(bytes.buffer);
  putIpcPerm(view, set);
  view.setUint32(48, ipcSeconds(set.operatedNs), true);
  view.setUint32(64, ipcSeconds(set.changedNs), true);
  view.setUint32(80, set.values.length, true);
  return bytes;
}

/** struct seminfo: limits, or with SEM_INFO in two places what is in use. */
function putInfo(kernel: Kernel, context: ExecutionContext, used: boolean): number {
  const { sets } = kernel.state.semaphoreSets;
  let semaphores = 0;
  for (const set of sets.values()) semaphores += set.values.length;
  const all = SETS_MAX * SEMAPHORES_MAX;
  const view = new DataView(new ArrayBuffer(SEMINFO_BYTES));
  [
    all,
    SETS_MAX,
    all,
    all,
    SEMAPHORES_MAX,
    OPERATIONS_MAX,
    OPERATIONS_MAX,
    used ? sets.size : 20,
    SEMAPHORE_VALUE_MAX,
    used ? semaphores : SEMAPHORE_VALUE_MAX,
  ].forEach((value, k) => {
    view.setInt32(4 * k, value, true);
  });
  return context.memory.writeBytes(argument(context, 3), new Uint8Array(view.buffer))
    ? highestIndex(sets)
    : -Errno.EFAULT;
}
