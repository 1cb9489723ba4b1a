/**
 * Whether a system call could not go on at once if it were made now: told from the kernel's state before
 * it is made, so that a thread that has to wait has no step, rather than one that only blocks it. What is
 * rare is tried out instead ('try'): the machine makes the call and goes back.
 */
import { SystemCall, type SystemCallName } from '../../abi/system-calls';
import { inodeOf } from '../../kernel/files/file-system';
import { OpenFlag, type OpenFileDescription } from '../../kernel/files/open-file';
import { PIPE_BUF, room } from '../../kernel/files/pipe';
import { hasRoom, selectMessage } from '../../kernel/ipc/message-queue';
import { attempt } from '../../kernel/ipc/semaphore-set';
import { readOperations } from '../../kernel/ipc/system-v-semaphores';
import { candidatesOf, hasNews, WaitOption } from '../../kernel/processes/wait';
import { MSG_EXCEPT } from '../../kernel/ipc/system-v-messages';
import { IPC_NOWAIT } from '../../kernel/ipc/ipc';
import type { Pid } from '../../kernel/pid';
import { isCancelledAt } from '../../kernel/threads/thread-cancellation';
import type { CallContext } from './call-context';

export type Blocking = 'goes-on' | 'blocks' | 'try';

type Judge = (call: CallContext) => Blocking;

const RECURSIVE = 1;
const ERROR_CHECK = 2;
/** A stream's lock: it blocks as others do. */
const WORD = 8;
/** Kinds beyond are robust, or have protocols: they may refuse. */
const TYPES = 3;

function blocksIf(blocked: boolean): Blocking {
  return blocked ? 'blocks' : 'goes-on';
}

const semaphore: Judge = (call) => blocksIf(call.context.memory.readInt32(call.arg(0)) === 0);

const mutex: Judge = (call) => {
  const { memory } = call.context;
  const owner = memory.readInt32(call.arg(0));
  if (owner === null || owner === 0) return 'goes-on';
  const spinlock = call.int(3) !== 0;
  const kind = spinlock ? 0 : (memory.readInt32(call.arg(0) + 8) ?? 0) & ~WORD;
  if (owner !== call.thread.id) return kind <= TYPES ? 'blocks' : 'try';
  if (kind > TYPES) return 'try';
  return blocksIf(kind !== RECURSIVE && kind !== ERROR_CHECK);
};

const TRY = 2;

const readWriteLock: Judge = (call) => {
  const { memory } = call.context;
  const readers = memory.readInt32(call.arg(0));
  const writer = memory.readInt32(call.arg(0) + 4);
  const flags = call.int(1);
  if (readers === null || writer === null || (flags & TRY) !== 0) return 'goes-on';
  if (writer === 0 && ((flags & 1) === 0 || readers === 0)) return 'goes-on';
  return blocksIf(writer !== call.thread.id);
};

const semaphoreSet: Judge = (call) => {
  const set = call.kernel.state.semaphoreSets.sets.get(call.int(0));
  const count = call.arg(2);
  if (set === undefined || count <= 0 || count > 500) return 'goes-on';
  const operations = readOperations(call.context, call.arg(1), count);
  if (operations === null || operations.some(({ index }) => index >= set.values.length))
    return 'goes-on';
  const outcome = attempt(set, operations);
  return blocksIf(outcome.kind === 'blocked' && !outcome.noWait);
};

function readingFrom(call: CallContext, description: OpenFileDescription | null): Blocking {
  if (description === null) return 'goes-on';
  const { target, flags } = description;
  if ((flags & OpenFlag.O_NONBLOCK) !== 0) return 'goes-on';
  switch (target.kind) {
    case 'pipe': {
      const pipe = call.kernel.state.pipes.get(target.pipe);
      return blocksIf(pipe !== undefined && pipe.length === 0 && pipe.writeEnds > 0);
    }
    case 'socket':
    case 'events':
      return 'try';
    default:
      return 'goes-on';
  }
}

function writingTo(
  call: CallContext,
  description: OpenFileDescription | null,
  byteCount: number,
): Blocking {
  if (description === null) return 'goes-on';
  const { target, flags } = description;
  if ((flags & OpenFlag.O_NONBLOCK) !== 0) return 'goes-on';
  switch (target.kind) {
    case 'pipe': {
      const pipe = call.kernel.state.pipes.get(target.pipe);
      if (pipe === undefined || pipe.readEnds === 0 || byteCount === 0) return 'goes-on';
      return blocksIf(room(pipe) < (byteCount <= PIPE_BUF ? byteCount : 1));
    }
    case 'socket':
    case 'events':
      return 'try';
    default:
      return 'goes-on';
  }
}

const sending: Judge = (call) => {
  const queue = call.kernel.state.messageQueues.queues.get(call.int(0));
  const size = call.arg(2);
  if (queue === undefined || (call.int(3) & IPC_NOWAIT) !== 0) return 'goes-on';
  if (size < 0 || size > queue.bytesMax) return 'try';
  return blocksIf(!hasRoom(queue, size));
};

const receiving: Judge = (call) => {
  const queue = call.kernel.state.messageQueues.queues.get(call.int(0));
  const flags = call.int(4);
  if (queue === undefined || call.arg(2) < 0 || (flags & IPC_NOWAIT) !== 0) return 'goes-on';
  const selection = { type: call.arg(3), except: (flags & MSG_EXCEPT) !== 0 };
  return blocksIf(selectMessage(queue.messages, selection) < 0);
};

function onPosixQueue(sends: boolean): Judge {
  return (call) => {
    const description = call.description(0);
    if (description?.target.kind !== 'message-queue') return 'goes-on';
    if ((description.flags & OpenFlag.O_NONBLOCK) !== 0) return 'goes-on';
    const { content } = inodeOf(call.kernel.state.files, description.target.inode);
    if (content.kind !== 'message-queue') return 'goes-on';
    const { messages, messagesMax, messageBytesMax } = content;
    const size = call.arg(2);
    return blocksIf(
      sends
        ? size <= messageBytesMax && messages.length >= messagesMax
        : size >= messageBytesMax && messages.length === 0,
    );
  };
}

const waiting: Judge = (call) => {
  const options = call.int(2);
  if ((options & WaitOption.WNOHANG) !== 0) return 'goes-on';
  const candidates = candidatesOf(call.kernel, call.process, call.int(0));
  if (candidates.length === 0) return 'goes-on';
  return blocksIf(!candidates.some((child) => hasNews(child, options | WaitOption.WEXITED)));
};

const joining: Judge = (call) => {
  const found = call.process.joinable.get(call.arg(0));
  if (found === undefined || found.result !== null || call.int(2) === 1) return 'goes-on';
  return blocksIf(found.thread !== call.thread.id);
};

/** Whom a thread joins, if only its end lets it go on. */
export function joinedBy(call: CallContext): Pid | undefined {
  const found = call.process.joinable.get(call.arg(0));
  const waitsOnly = call.int(2) === 0 && call.arg(3) === 0;
  if (found === undefined || found.thread === call.thread.id || !waitsOnly) return undefined;
  return isCancelledAt(call.kernel, call.thread, SystemCall.thread_join) ? undefined : found.thread;
}

const tried: Judge = () => 'try';

const judges: Partial<Record<SystemCallName, Judge>> = {
  sem_wait: semaphore,
  sem_timedwait: semaphore,
  mutex_lock: mutex,
  rwlock_lock: readWriteLock,
  semop: semaphoreSet,
  semtimedop: semaphoreSet,
  read: (call) => readingFrom(call, call.description(0)),
  readv: (call) => readingFrom(call, call.description(0)),
  write: (call) => writingTo(call, call.description(0), call.arg(2)),
  writev: (call) => writingTo(call, call.description(0), PIPE_BUF),
  msgsnd: sending,
  msgrcv: receiving,
  mq_timedsend: onPosixQueue(true),
  mq_timedreceive: onPosixQueue(false),
  wait4: waiting,
  waitid: tried,
  thread_join: joining,
  accept: tried,
  accept4: tried,
  connect: tried,
  recvfrom: tried,
  recvmsg: tried,
  sendto: tried,
  sendmsg: tried,
  flock: tried,
  fcntl: tried,
  poll: tried,
  ppoll: tried,
  select: tried,
  pselect6: tried,
  epoll_wait: tried,
  epoll_pwait: tried,
  epoll_pwait2: tried,
};

export function judge(call: CallContext, name: SystemCallName): Blocking {
  if (isCancelledAt(call.kernel, call.thread, SystemCall[name])) return 'goes-on';
  return judges[name]?.(call) ?? 'goes-on';
}

/**
 * Calls that may wait for a limited time: their time is up whenever the search likes. Those that are told
 * when by a pointer have it in this argument, null for never.
 */
const TIME_LIMITED: ReadonlyMap<SystemCallName, number | null> = new Map<
  SystemCallName,
  number | null
>([
  ['sem_timedwait', 1],
  ['mutex_lock', 1],
  ['thread_join', 3],
  ['rwlock_lock', 2],
  ['semtimedop', 3],
  ['mq_timedsend', null],
  ['mq_timedreceive', null],
  ['poll', null],
  ['ppoll', null],
  ['select', null],
  ['pselect6', null],
  ['epoll_wait', null],
  ['epoll_pwait', null],
  ['epoll_pwait2', null],
  ['accept', null],
  ['accept4', null],
  ['recvfrom', null],
  ['recvmsg', null],
  ['sendto', null],
  ['sendmsg', null],
  ['connect', null],
]);

export function mayTimeOut(name: SystemCallName, call: CallContext): boolean {
  const argument = TIME_LIMITED.get(name);
  return argument !== undefined && (argument === null || call.arg(argument) !== 0);
}
