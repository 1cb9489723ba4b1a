/** Threads of a process and what they synchronize with. */
import { barrierDestroy, barrierWait } from '../threads/barriers';
import { conditionSignal, conditionWait } from '../threads/condition-variables';
import { futex } from '../threads/futexes';
import { mutexDestroy, mutexLock, mutexTryLock, mutexUnlock } from '../threads/mutexes';
import { rwlockDestroy, rwlockLock, rwlockUnlock } from '../threads/read-write-locks';
import { threadCancel, threadCancelState, threadTestCancel } from '../threads/thread-cancellation';
import { threadInformation } from '../threads/thread-information';
import { threadName } from '../threads/thread-names';
import { threadCreate, threadDetach, threadExit, threadJoin, threadKill } from '../threads/threads';
import type { SystemCallRows } from './row';

export const threadCalls = {
  thread_create: [6, threadCreate],
  thread_exit: [1, threadExit],
  thread_join: [5, threadJoin],
  thread_detach: [1, threadDetach],
  futex: [6, futex],
  mutex_lock: [4, mutexLock],
  mutex_trylock: [2, mutexTryLock],
  mutex_unlock: [2, mutexUnlock],
  mutex_destroy: [1, mutexDestroy],
  cond_wait: [4, conditionWait],
  cond_signal: [2, conditionSignal],
  rwlock_lock: [4, rwlockLock],
  rwlock_unlock: [1, rwlockUnlock],
  rwlock_destroy: [1, rwlockDestroy],
  barrier_wait: [1, barrierWait],
  barrier_destroy: [1, barrierDestroy],
  thread_kill: [2, threadKill],
  thread_cancel: [2, threadCancel],
  thread_cancel_state: [2, threadCancelState],
  thread_test_cancel: [0, threadTestCancel],
  thread_name: [3, threadName],
  thread_information: [2, threadInformation],
} satisfies SystemCallRows;
