/**
 * Every system call of the machine, by number: its name, how many arguments it has, who handles it.
 * Each family has its rows in a file of system-calls/.
 */
import { MSGMAX } from './ipc/message-queue';
import { MESSAGE_BYTES_MAX } from './ipc/posix-message-queue';
import type { BufferAccess } from '../vm/checked-access';
import { SystemCall, type SystemCallName } from '../abi/system-calls';
import type { SystemCallHandler } from './kernel';
import { fileCalls } from './system-calls/files';
import { memoryCalls } from './system-calls/memory';
import { nameCalls } from './system-calls/names';
import { posixIpcCalls } from './system-calls/posix-ipc';
import { processCalls } from './system-calls/processes';
import { schedulingCalls } from './system-calls/scheduling';
import { signalCalls } from './system-calls/signals';
import { socketCalls } from './system-calls/sockets';
import { systemVCalls } from './system-calls/system-v-ipc';
import { threadCalls } from './system-calls/threads';
import { eventCalls } from './system-calls/event-descriptors';
import { timeCalls } from './system-calls/time';
import type { SystemCallRow } from './system-calls/row';

export interface SystemCallEntry {
  readonly name: SystemCallName;
  readonly argumentCount: number;
  readonly handler: SystemCallHandler;
  /** What it costs the host, in instructions: counted in the instruction budget. */
  readonly work: number;
  /** A buffer that the call reads or writes: which arguments are its address and its size. */
  readonly buffer?: {
    readonly address: number;
    readonly byteCount: number;
    readonly access: BufferAccess;
    /** Bytes at the address that the size does not count. */
    readonly more?: number;
    /** With a larger size the call fails before it looks at the buffer. */
    readonly most?: number;
  };
  /** Arguments that are null-terminated arrays of pointers. */
  readonly pointers: readonly number[];
}

const rows: Readonly<Record<SystemCallName, SystemCallRow>> = {
  ...fileCalls,
  ...nameCalls,
  ...processCalls,
  ...schedulingCalls,
  ...threadCalls,
  ...signalCalls,
  ...timeCalls,
  ...eventCalls,
  ...memoryCalls,
  ...socketCalls,
  ...systemVCalls,
  ...posixIpcCalls,
};

/** A message of System V begins with its type. */
const MESSAGE_TYPE_BYTES = 8;

const buffers: Partial<Record<SystemCallName, NonNullable<SystemCallEntry['buffer']>>> = {
  read: { address: 1, byteCount: 2, access: 'write' },
  write: { address: 1, byteCount: 2, access: 'read' },
  sendto: { address: 1, byteCount: 2, access: 'read' },
  recvfrom: { address: 1, byteCount: 2, access: 'write' },
  pread64: { address: 1, byteCount: 2, access: 'write' },
  pwrite64: { address: 1, byteCount: 2, access: 'read' },
  readlink: { address: 1, byteCount: 2, access: 'write' },
  readlinkat: { address: 2, byteCount: 3, access: 'write' },
  getdents: { address: 1, byteCount: 2, access: 'write' },
  getdents64: { address: 1, byteCount: 2, access: 'write' },
  getcwd: { address: 0, byteCount: 1, access: 'write' },
  msgsnd: { address: 1, byteCount: 2, access: 'send', more: MESSAGE_TYPE_BYTES, most: MSGMAX },
  msgrcv: { address: 1, byteCount: 2, access: 'write', more: MESSAGE_TYPE_BYTES },
  mq_timedsend: { address: 1, byteCount: 2, access: 'send', most: MESSAGE_BYTES_MAX },
  mq_timedreceive: { address: 1, byteCount: 2, access: 'write' },
};

const pointerArrays: Partial<Record<SystemCallName, readonly number[]>> = { execve: [1, 2] };

const NO_POINTERS: readonly number[] = [];
const USUAL_WORK = 100;
const heavyWork: Partial<Record<SystemCallName, number>> = {
  fork: 10_000,
  vfork: 10_000,
  execve: 50_000,
};

export const systemCallTable: ReadonlyMap<number, SystemCallEntry> = new Map(
  (Object.entries(rows) as [SystemCallName, SystemCallRow][]).map(
    ([name, [argumentCount, handler]]) => {
      const buffer = buffers[name];
      return [
        SystemCall[name],
        {
          name,
          argumentCount,
          handler,
          work: heavyWork[name] ?? USUAL_WORK,
          ...(buffer === undefined ? {} : { buffer }),
          pointers: pointerArrays[name] ?? NO_POINTERS,
        },
      ];
    },
  ),
);
