/**
 * Calls of which is known all that they depend on and change: the kernel's state, the caller's registers
 * and memory, and the words of their footprints. What follows from one of these need not be computed
 * again where all that is the same (remembered-steps.ts). Others are made each time.
 */
import type { SystemCallName } from '../../abi/system-calls';
import type { CallContext } from './call-context';
import { mayTimeOut } from './enabledness';
import { isRobust } from './process-footprints';

const REPEATABLE: ReadonlySet<SystemCallName> = new Set<SystemCallName>([
  'getpid',
  'gettid',
  'getppid',
  'sched_yield',
  'sem_wait',
  'sem_trywait',
  'sem_post',
  'sem_getvalue',
  'sem_init',
  'sem_destroy',
  'mutex_lock',
  'mutex_trylock',
  'mutex_unlock',
  'mutex_destroy',
  'cond_wait',
  'cond_signal',
  'rwlock_lock',
  'rwlock_unlock',
  'rwlock_destroy',
  'barrier_wait',
  'barrier_destroy',
  'thread_create',
  'thread_exit',
  'thread_join',
  'thread_detach',
  'thread_cancel_state',
  'thread_test_cancel',
  'fork',
  'exit',
  'exit_group',
  'wait4',
  'kill',
  'semop',
  'msgsnd',
  'msgrcv',
  'close',
  'write',
  'read',
  'nanosleep',
  'clock_nanosleep',
]);

/**
 * Calls that do to words of memory what their name says, as long as nobody waits in the kernel: nothing
 * else of the kernel has a say in it.
 */
const ON_MEMORY: ReadonlySet<SystemCallName> = new Set<SystemCallName>([
  'sem_wait',
  'sem_trywait',
  'sem_post',
  'sem_getvalue',
  'sem_init',
  'mutex_lock',
  'mutex_trylock',
  'mutex_unlock',
]);

export function isOnMemory(call: SystemCallName | undefined): boolean {
  return call !== undefined && ON_MEMORY.has(call);
}

/** Where wait4 leaves what the child used, which depends on how it came there. */
const USAGE = 3;

export function isRepeatable(call: CallContext, name: SystemCallName): boolean {
  if (!REPEATABLE.has(name) || mayTimeOut(name, call)) return false;
  switch (name) {
    case 'fork':
      return !call.threaded;
    case 'wait4':
      return call.arg(USAGE) === 0;
    // A thread remembers the robust ones that it has.
    case 'mutex_lock':
    case 'mutex_trylock':
    case 'mutex_unlock':
      return !isRobust(call, call.arg(0));
    case 'cond_wait':
      return !isRobust(call, call.arg(1));
    case 'read':
    case 'write': {
      const kind = call.description(0)?.target.kind;
      return kind === undefined || kind === 'pipe' || (kind === 'console' && name === 'write');
    }
    case 'close': {
      const kind = call.description(0)?.target.kind;
      return kind === undefined || kind === 'pipe';
    }
    default:
      return true;
  }
}
