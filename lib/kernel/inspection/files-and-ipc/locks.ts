/** Mutexes, condition variables, read-write locks and barriers: who has one, and who waits for it. */
import { mutexOwner } from '../../threads/mutexes';
import { contextOf, type Kernel } from '../../kernel';
import { pid, type Pid } from '../../pid';
import type { LockObject } from '../../threads/thread';
import type { Waiter } from './waiter';
import { ownerOf } from './semaphores';
import type { SynchronizationKind, SynchronizationObject } from './synchronization-objects';

export interface LockView {
  readonly key: string;
  readonly kind: Exclude<SynchronizationKind, 'semaphore'> | 'futex';
  readonly name: string;
  /** The thread that has a mutex, or a lock for writing. */
  readonly owner: Pid | null;
  /** Of a read-write lock: who has it for reading. Of a barrier: who has arrived. */
  readonly count: number;
  /** Of a barrier. */
  readonly wanted: number | null;
  readonly waiting: readonly Waiter[];
  readonly privateTo: Pid | null;
}

const KINDS: Readonly<Record<LockObject, LockView['kind']>> = {
  mutex: 'mutex',
  condition: 'condition',
  'read-lock': 'read-write lock',
  'write-lock': 'read-write lock',
  barrier: 'barrier',
  futex: 'futex',
};

const WANTS: Readonly<Record<LockObject, string>> = {
  mutex: 'lock',
  condition: 'signal',
  'read-lock': 'read',
  'write-lock': 'write',
  barrier: 'arrived',
  futex: 'wake',
};

export function locksOf(
  kernel: Kernel,
  found: ReadonlyMap<string, SynchronizationObject>,
): readonly LockView[] {
  const { lockQueues, threads } = kernel.state;
  const views = new Map<string, LockView>();
  for (const { kind, key, name, process, address } of found.values())
    if (kind !== 'semaphore')
      views.set(key, lockView(kernel, key, kind, name, process.pid, address));
  for (const [key, [first]] of lockQueues) {
    const thread = first === undefined ? undefined : threads.get(first);
    if (views.has(key) || thread?.wait?.kind !== 'lock') continue;
    const { object, name, address } = thread.wait;
    views.set(key, lockView(kernel, key, KINDS[object], name, thread.process, address));
  }
  return [...views.values()];
}

function lockView(
  kernel: Kernel,
  key: string,
  kind: LockView['kind'],
  name: string,
  process: Pid,
  address: number,
): LockView {
  const context = contextOf(kernel, process);
  const word = (at: number): number => context.memory.readInt32(address + at) ?? 0;
  const owner =
    kind === 'mutex' ? mutexOwner(context, address) : kind === 'read-write lock' ? word(4) : 0;
  return {
    key,
    kind,
    name,
    owner: owner === null || owner === 0 ? null : pid(owner),
    count: kind === 'read-write lock' ? word(0) : kind === 'barrier' ? word(4) : 0,
    wanted: kind === 'barrier' ? word(0) : null,
    waiting: waitersOf(kernel, key),
    privateTo: ownerOf(key),
  };
}

function waitersOf({ state }: Kernel, key: string): readonly Waiter[] {
  return (state.lockQueues.get(key) ?? []).map((thread) => {
    const wait = state.threads.get(thread)?.wait;
    return { thread, wants: wait?.kind === 'lock' ? WANTS[wait.object] : 'lock' };
  });
}
