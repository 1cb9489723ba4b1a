/** What system calls of interprocess communication touch. */
import type { SystemCallName } from '../../abi/system-calls';
import { OpenFlag } from '../../kernel/files/open-file';
import { queueOf } from '../../kernel/ipc/posix-messages';
import { IPC_RMID, IPC_SET } from '../../kernel/ipc/ipc';
import type { CallContext, Toucher } from './call-context';
import { touchDetaching } from './process-footprints';

const SEM_T_BYTES = 32;
const GETVAL = 12;
const GETALL = 13;
const SETVAL = 16;
const SETALL = 17;
const SETTING = [IPC_RMID, IPC_SET, SETVAL, SETALL];
const READING = [GETVAL, GETALL];

/** Value of a semaphore in memory. */
const onValue: Toucher = (call) => {
  call.writesMemory(call.arg(0), 4);
};

const SEMBUF_BYTES = 6;
const OPERATIONS_MAX = 500;

const onSet: Toucher = (call) => {
  const count = call.arg(2);
  if (count > 0 && count <= OPERATIONS_MAX) call.readsMemory(call.arg(1), SEMBUF_BYTES * count);
  call.writes('semaphore-set', call.int(0));
};

const semctl: Toucher = (call) => {
  const command = call.int(2);
  switch (command) {
    case GETVAL:
    case GETALL:
      call.reads('semaphore-set', call.int(0));
      return;
    case SETVAL:
    case SETALL:
      call.writes('semaphore-set', call.int(0));
      return;
    default:
      call.writes('semaphore-sets');
      call.writes('semaphore-set', call.int(0));
  }
};

const msgctl: Toucher = (call) => {
  call.writes('message-queues');
  call.writes('message-queue', call.int(0));
};

const onQueue: Toucher = (call) => {
  call.usesProcess('read');
  const description = call.description(0);
  if (description?.target.kind !== 'message-queue') return;
  const { inode } = description.target;
  call.writes('file', inode);
  const { notification } = queueOf(call.kernel, inode);
  if (notification !== null) call.writes('signals', notification.process);
};

/** Argument 1 has the flags. */
const openingName: Toucher = (call) => {
  call.usesProcess('write');
  if ((call.int(1) & OpenFlag.O_CREAT) !== 0) call.writes('names');
  else call.reads('names');
};

const unlinkingName: Toucher = (call) => {
  call.writes('names');
};

const shmctl: Toucher = (call) => {
  call.writes('shared-memory');
  const segment = call.kernel.state.sharedMemory.segments.get(call.int(0));
  if (segment !== undefined) call.writes('region', segment.region);
};

/** Whether a call may tell who used an object last, or when. */
export function asksForLastUsers(call: CallContext, name: SystemCallName): boolean {
  switch (name) {
    case 'semctl':
      return ![...SETTING, ...READING].includes(call.int(2));
    case 'msgctl':
    case 'shmctl':
      return !SETTING.includes(call.int(1));
    default:
      return false;
  }
}

export const ipcFootprints = {
  sem_init: (call) => {
    call.writesMemory(call.arg(0), SEM_T_BYTES);
  },
  sem_destroy: onValue,
  sem_wait: onValue,
  sem_timedwait: onValue,
  sem_trywait: onValue,
  sem_post: onValue,
  sem_getvalue: (call) => {
    call.readsMemory(call.arg(0), 4);
    call.writesMemory(call.arg(1), 4);
  },
  sem_open: (call) => {
    call.usesProcess('write');
    if ((call.int(1) & OpenFlag.O_CREAT) !== 0) call.writes('named-semaphores');
    else call.reads('named-semaphores');
  },
  sem_unlink: (call) => {
    call.writes('named-semaphores');
  },
  sem_close: (call) => {
    call.usesProcess('write');
    const open = call.process.attachments.find(({ address }) => address === call.arg(0));
    if (open !== undefined) touchDetaching(call, open.region);
  },
  semget: (call) => {
    call.writes('semaphore-sets');
  },
  semop: onSet,
  semtimedop: onSet,
  semctl,
  msgget: (call) => {
    call.writes('message-queues');
  },
  msgsnd: (call) => {
    call.readsMemory(call.arg(1), call.arg(2) + 8);
    call.writes('message-queue', call.int(0));
  },
  msgrcv: (call) => {
    call.writesMemory(call.arg(1), call.arg(2) + 8);
    call.writes('message-queue', call.int(0));
  },
  msgctl,
  mq_open: openingName,
  mq_unlink: unlinkingName,
  mq_timedsend: onQueue,
  mq_timedreceive: onQueue,
  mq_notify: onQueue,
  mq_getsetattr: onQueue,
  shm_open: openingName,
  shm_unlink: unlinkingName,
  shmget: (call) => {
    call.writes('shared-memory');
  },
  shmat: (call) => {
    call.usesProcess('write');
    const segment = call.kernel.state.sharedMemory.segments.get(call.int(0));
    call.reads('shared-memory');
    if (segment !== undefined) call.reads('region', segment.region);
  },
  shmdt: (call) => {
    call.usesProcess('write');
    const found = call.process.attachments.find(({ address }) => address === call.arg(0));
    if (found !== undefined) touchDetaching(call, found.region);
  },
  shmctl,
} satisfies Partial<Record<SystemCallName, Toucher>>;
