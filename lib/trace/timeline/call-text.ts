/** System calls in the words in which a C program makes them. */
import type { ErrnoName } from '../../abi/errno';
import type { SystemCallName } from '../../abi/system-calls';

/** Calls whose name in C is another one than the kernel's. */
const C_NAMES: Partial<Record<SystemCallName, string>> = {
  wait4: 'wait',
  waitid: 'waitid',
  rt_sigaction: 'sigaction',
  rt_sigprocmask: 'sigprocmask',
  rt_sigsuspend: 'sigsuspend',
  rt_sigpending: 'sigpending',
  rt_sigtimedwait: 'sigwait',
  pread64: 'pread',
  pwrite64: 'pwrite',
  semtimedop: 'semop',
  newfstatat: 'stat',
  mq_timedsend: 'mq_send',
  mq_timedreceive: 'mq_receive',
  sem_timedwait: 'sem_timedwait',
  clock_nanosleep: 'sleep',
  nanosleep: 'sleep',
  pipe2: 'pipe',
  sendto: 'send',
  recvfrom: 'recv',
  thread_join: 'pthread_join',
  thread_detach: 'pthread_detach',
  thread_cancel: 'pthread_cancel',
  thread_kill: 'pthread_kill',
  mutex_lock: 'pthread_mutex_lock',
  mutex_trylock: 'pthread_mutex_trylock',
  mutex_unlock: 'pthread_mutex_unlock',
  mutex_destroy: 'pthread_mutex_destroy',
  cond_wait: 'pthread_cond_wait',
  cond_signal: 'pthread_cond_signal',
  rwlock_lock: 'pthread_rwlock_lock',
  rwlock_unlock: 'pthread_rwlock_unlock',
  rwlock_destroy: 'pthread_rwlock_destroy',
  barrier_wait: 'pthread_barrier_wait',
  barrier_destroy: 'pthread_barrier_destroy',
  assert_fail: 'assert',
};

/** Nobody else notices them, or another event tells them better. */
const UNTOLD: ReadonlySet<SystemCallName> = new Set<SystemCallName>([
  'brk',
  'fork',
  'vfork',
  'thread_create',
  'thread_exit',
  'exit',
  'exit_group',
  'fstat',
  'newfstatat',
  'ioctl',
  'rt_sigreturn',
  'gettid',
  'getpid',
  'getppid',
  'thread_information',
  'thread_cancel_state',
  'thread_test_cancel',
]);

export function isTold(call: SystemCallName): boolean {
  return !UNTOLD.has(call);
}

export function callText(call: SystemCallName): string {
  return `${C_NAMES[call] ?? call}()`;
}

const ADDRESS_MIN = 2 ** 20;

/** Addresses say nothing here. */
export function returnText(text: string, result: number, errno: ErrnoName | null): string {
  if (errno !== null) return `${text} fails: ${errno}`;
  if (result >= ADDRESS_MIN) return text;
  return result === 0 ? text : `${text} gives ${result}`;
}
