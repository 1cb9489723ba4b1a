/**
 * What a system call will do to what is shared, told from the state in which it is made. A call that has
 * to wait does it when the waiting is over, and is told then. Leaves out: which message goes to whom
 * (all that was sent happens before all that is received), and locks of files by ranges.
 */
import { signalName } from '../../abi/signals';
import type { SystemCallName } from '../../abi/system-calls';
import { CallContext } from '../machine/call-context';
import { keyOf } from '../../kernel/ipc/posix-semaphores';
import { readOperations } from '../../kernel/ipc/system-v-semaphores';
import { waiters } from '../../kernel/threads/lock-queues';
import type { Action, SharedObject } from '../occurrence';

/** Without who does it, and where. */
export type Deed = Action extends infer A
  ? A extends Action
    ? Omit<A, 'thread' | 'at'> & { readonly by?: number }
    : never
  : never;

/** `way`: whom a signalled condition wakes. */
export function deedsOf(call: CallContext, name: SystemCallName, way: number): readonly Deed[] {
  return deeds[name]?.(call, way) ?? [];
}

type Teller = (call: CallContext, way: number) => readonly Deed[];

function inMemory(call: CallContext, kind: SharedObject['kind'], address: number): SharedObject {
  return { kind, key: keyOf(call.process, address), local: address };
}

const takeSemaphore: Teller = (call) => {
  const object = inMemory(call, 'semaphore', call.arg(0));
  return [{ kind: 'take', object, amount: 1 }];
};

const tryMutex: Teller = (call) => {
  const owner = call.context.memory.readInt32(call.arg(0));
  return owner === 0 || owner === call.thread.id ? lockMutex(true)(call, 0) : [];
};

function lockMutex(tried: boolean): Teller {
  return (call) => [
    { kind: 'lock', object: inMemory(call, 'mutex', call.arg(0)), mode: 'exclusive', tried },
  ];
}

const signalCondition: Teller = (call, way) => {
  const object = inMemory(call, 'condition', call.arg(0));
  const waiting = waiters(call.kernel, call.process, call.arg(0));
  const all = call.int(1) !== 0;
  const woken = all ? waiting : waiting.slice(way, way + 1);
  return [
    { kind: 'notify', object, all, woken: woken.length },
    ...woken.map((thread): Deed => ({ kind: 'notified', object, by: thread.id })),
  ];
};

const waitForCondition: Teller = (call) => [
  { kind: 'unlock', object: inMemory(call, 'mutex', call.arg(1)), mode: 'exclusive' },
  {
    kind: 'wait',
    object: inMemory(call, 'condition', call.arg(0)),
    reason: { kind: 'lock', object: 'condition', name: '', owner: null },
  },
];

const TRY = 2;

const lockReadWrite: Teller = (call) => {
  const { memory } = call.context;
  const address = call.arg(0);
  const writes = (call.int(1) & 1) !== 0;
  const tried = (call.int(1) & TRY) !== 0;
  const free = memory.readInt32(address + 4) === 0 && (!writes || memory.readInt32(address) === 0);
  if (!free) return [];
  const object = inMemory(call, 'read-write-lock', address);
  return [{ kind: 'lock', object, mode: writes ? 'exclusive' : 'shared', tried }];
};

const unlockReadWrite: Teller = (call) => {
  const writer = call.context.memory.readInt32(call.arg(0) + 4);
  const object = inMemory(call, 'read-write-lock', call.arg(0));
  return [{ kind: 'unlock', object, mode: writer === call.thread.id ? 'exclusive' : 'shared' }];
};

const meetAtBarrier: Teller = (call) => {
  const address = call.arg(0);
  const object = inMemory(call, 'barrier', address);
  const { memory } = call.context;
  const isLast = (memory.readInt32(address + 4) ?? 0) + 1 >= (memory.readInt32(address) ?? 0);
  if (!isLast) return [{ kind: 'arrive', object }];
  const others = waiters(call.kernel, call.process, address);
  return [
    { kind: 'arrive', object },
    { kind: 'pass', object },
    ...others.map((thread): Deed => ({ kind: 'pass', object, by: thread.id })),
  ];
};

const operateOnSet: Teller = (call) => {
  const set = call.kernel.state.semaphoreSets.sets.get(call.int(0));
  const operations = readOperations(call.context, call.arg(1), Math.min(call.arg(2), 500));
  if (set === undefined || operations === null) return [];
  return operations.map(({ index, change }): Deed => {
    const object: SharedObject = {
      kind: 'semaphore',
      key: set.values.length === 1 ? `set ${set.id}` : `${index} of set ${set.id}`,
      local: null,
    };
    return { kind: change > 0 ? 'give' : 'take', object, amount: Math.abs(change) };
  });
};

/** Bytes through a pipe or a socket; files and the terminal order nothing. */
function transfer(kind: 'send' | 'receive', lengthArgument: number): Teller {
  return (call) => {
    const description = call.description(0);
    if (description === null) return [];
    const { target } = description;
    const asked = call.arg(lengthArgument);
    switch (target.kind) {
      case 'pipe': {
        const held = call.kernel.state.pipes.get(target.pipe)?.length ?? 0;
        const bytes = kind === 'receive' ? Math.min(held, asked) : asked;
        return [{ kind, object: { kind: 'pipe', key: `${target.pipe}`, local: null }, bytes }];
      }
      case 'socket':
        return [{ kind, object: { kind: 'socket', key: 'connection', local: null }, bytes: asked }];
      case 'message-queue': {
        const key = (description.path ?? '').replace(/^\/dev\/mqueue/, '');
        return [{ kind, object: { kind: 'queue', key, local: null }, bytes: asked }];
      }
      default:
        return [];
    }
  };
}

function throughQueue(kind: 'send' | 'receive'): Teller {
  return (call) => [
    {
      kind,
      object: { kind: 'queue', key: `${call.int(0)}`, local: null },
      bytes: Math.max(0, call.arg(2)),
      type: kind === 'send' ? (call.context.memory.readInt64(call.arg(1)) ?? 0) : call.arg(3),
    },
  ];
}

const signalProcess: Teller = (call) => {
  const target = call.int(0);
  if (call.int(1) === 0 || target <= 0) return [];
  const waits = [...call.kernel.state.threads.values()].some(
    ({ process, wait }) =>
      process === target && (wait?.kind === 'signal' || wait?.kind === 'signal-wait'),
  );
  const object: SharedObject = { kind: 'signal', key: `${target}`, local: null };
  const signal = signalName.get(call.int(1)) ?? `signal ${call.int(1)}`;
  return [{ kind: 'notify', object, all: false, woken: waits ? 1 : 0, signal }];
};

const awaitSignal: Teller = (call) => [
  {
    kind: 'wait',
    object: { kind: 'signal', key: `${call.process.pid}`, local: null },
    reason: { kind: 'signal' },
  },
];

const LOCK_UN = 8;

const lockFile: Teller = (call) => {
  const description = call.description(0);
  if (description === null) return [];
  const object: SharedObject = {
    kind: 'file-lock',
    key: description.path ?? `inode ${description.target.inode}`,
    local: null,
  };
  const operation = call.int(1);
  if ((operation & LOCK_UN) !== 0) return [{ kind: 'unlock', object, mode: 'exclusive' }];
  return [
    { kind: 'lock', object, mode: (operation & 1) !== 0 ? 'shared' : 'exclusive', tried: false },
  ];
};

const deeds: Partial<Record<SystemCallName, Teller>> = {
  sem_wait: takeSemaphore,
  sem_timedwait: takeSemaphore,
  sem_trywait: (call, way) =>
    (call.context.memory.readInt32(call.arg(0)) ?? 0) > 0 ? takeSemaphore(call, way) : [],
  sem_post: (call) => [
    { kind: 'give', object: inMemory(call, 'semaphore', call.arg(0)), amount: 1 },
  ],
  semop: operateOnSet,
  semtimedop: operateOnSet,
  mutex_lock: lockMutex(false),
  mutex_trylock: tryMutex,
  mutex_unlock: (call) => [
    { kind: 'unlock', object: inMemory(call, 'mutex', call.arg(0)), mode: 'exclusive' },
  ],
  cond_wait: waitForCondition,
  cond_signal: signalCondition,
  rwlock_lock: lockReadWrite,
  rwlock_unlock: unlockReadWrite,
  barrier_wait: meetAtBarrier,
  read: transfer('receive', 2),
  write: transfer('send', 2),
  readv: transfer('receive', 2),
  writev: transfer('send', 2),
  sendto: transfer('send', 2),
  sendmsg: transfer('send', 2),
  recvfrom: transfer('receive', 2),
  recvmsg: transfer('receive', 2),
  accept: transfer('receive', 2),
  accept4: transfer('receive', 2),
  connect: transfer('send', 2),
  mq_timedsend: transfer('send', 2),
  mq_timedreceive: transfer('receive', 2),
  msgsnd: throughQueue('send'),
  msgrcv: throughQueue('receive'),
  kill: signalProcess,
  pause: awaitSignal,
  rt_sigsuspend: awaitSignal,
  flock: lockFile,
};
