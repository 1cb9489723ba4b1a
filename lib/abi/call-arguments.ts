/**
 * What the arguments of each system call are: numbers of some kind, or addresses of something that the
 * call reads (`>`) or fills (`<`). The kernel's trace keeps what addresses pointed to by it, a call log
 * writes arguments by it. Leaves out what the pointed to points to, but for argv.
 */
import { SystemCall, systemCallName, type SystemCallName } from './system-calls';

/** Numbers, by how people write them. */
const NUMBERS = [
  'int',
  'long',
  'hex',
  'fd',
  'directory',
  'pid',
  'signal',
  'mode',
  'pointer',
  'whence',
  'open-flags',
  'access-mode',
  'protection',
  'map-flags',
  'wait-options',
  'ipc-key',
  'ipc-flags',
  'ipc-command',
  'semaphore-command',
  'message-flags',
  'socket-family',
  'socket-type',
  'socket-level',
  'socket-option',
  'socket-message-flags',
  'shutdown-how',
  'fcntl-command',
  'signal-how',
  'clock',
  'sleep-flags',
  'lock-operation',
  'at-flags',
  'resource',
  'epoll-operation',
  'timer-which',
  'id-kind',
] as const;
export type NumberKind = (typeof NUMBERS)[number];

/** Bytes of what is always as long. */
const STRUCT_BYTES = {
  int: 4,
  'int-pair': 8,
  status: 4,
  length: 4,
  'signal-set': 8,
  'signal-action': 32,
  timespec: 16,
  timeval: 16,
  'interval-timer': 32,
  'timer-setting': 32,
  limits: 16,
  'epoll-event': 12,
  attributes: 48,
} as const;
export type StructKind = keyof typeof STRUCT_BYTES;

/** Arrays of structs: bytes of one. */
const ITEM_BYTES = { 'semaphore-operations': 6, 'poll-items': 8, vector: 16 } as const;
export type ItemKind = keyof typeof ITEM_BYTES;

/** `countAt`: which argument says how many bytes or items; null: the call's result does. */
export type ArgumentShape =
  | { readonly kind: 'number'; readonly as: NumberKind }
  /** What people call the object at an address: a variable, a named semaphore. */
  | { readonly kind: 'object' }
  | { readonly kind: 'path' }
  | { readonly kind: 'strings' }
  | { readonly kind: 'struct'; readonly filled: boolean; readonly as: StructKind }
  | { readonly kind: 'bytes'; readonly filled: boolean; readonly countAt: number | null }
  /** A type of 8 bytes, and as many bytes of text. */
  | { readonly kind: 'message'; readonly filled: boolean; readonly countAt: number | null }
  | { readonly kind: 'address'; readonly countAt: number }
  | {
      readonly kind: 'items';
      readonly as: ItemKind;
      readonly filled: boolean;
      readonly countAt: number;
    };

/** Each word an argument: `name`, `>name` or `<name`, with `:k` for the argument that counts. */
const words: Readonly<Record<SystemCallName, string>> = {
  read: 'fd <bytes long',
  write: 'fd >bytes:2 long',
  pread64: 'fd <bytes long long',
  pwrite64: 'fd >bytes:2 long long',
  readv: 'fd >vector:2 int',
  writev: 'fd >vector:2 int',
  open: 'path open-flags mode',
  openat: 'directory path open-flags mode',
  creat: 'path mode',
  close: 'fd',
  lseek: 'fd long whence',
  truncate: 'path long',
  ftruncate: 'fd long',
  sync: '',
  fsync: 'fd',
  fdatasync: 'fd',
  stat: 'path pointer',
  fstat: 'fd pointer',
  lstat: 'path pointer',
  newfstatat: 'directory path pointer at-flags',
  statfs: 'path pointer',
  fstatfs: 'fd pointer',
  poll: '>poll-items:1 int int',
  ppoll: '>poll-items:1 int >timespec >signal-set int',
  select: 'int pointer pointer pointer >timeval',
  pselect6: 'int pointer pointer pointer >timespec pointer',
  ioctl: 'fd hex pointer',
  fcntl: 'fd fcntl-command long',
  flock: 'fd lock-operation',
  dup: 'fd',
  dup2: 'fd fd',
  dup3: 'fd fd open-flags',
  pipe: '<int-pair',
  pipe2: '<int-pair open-flags',
  getrandom: 'pointer long hex',
  access: 'path access-mode',
  faccessat: 'directory path access-mode',
  faccessat2: 'directory path access-mode at-flags',
  chmod: 'path mode',
  fchmod: 'fd mode',
  fchmodat: 'directory path mode',
  chown: 'path int int',
  fchown: 'fd int int',
  lchown: 'path int int',
  fchownat: 'directory path int int at-flags',
  umask: 'mode',
  utimensat: 'directory path pointer at-flags',
  mkdir: 'path mode',
  mkdirat: 'directory path mode',
  mknod: 'path mode long',
  mknodat: 'directory path mode long',
  rmdir: 'path',
  link: 'path path',
  linkat: 'directory path directory path at-flags',
  symlink: 'path path',
  symlinkat: 'path directory path',
  readlink: 'path <bytes long',
  readlinkat: 'directory path <bytes long',
  unlink: 'path',
  unlinkat: 'directory path at-flags',
  rename: 'path path',
  renameat: 'directory path directory path',
  renameat2: 'directory path directory path hex',
  chdir: 'path',
  fchdir: 'fd',
  getcwd: '<bytes long',
  getdents: 'fd pointer int',
  getdents64: 'fd pointer int',
  fork: '',
  vfork: '',
  execve: 'path strings pointer',
  exit: 'int',
  exit_group: 'int',
  wait4: 'pid <status wait-options pointer',
  waitid: 'id-kind pid pointer wait-options pointer',
  getpid: '',
  gettid: '',
  getppid: '',
  getuid: '',
  geteuid: '',
  getgid: '',
  getegid: '',
  getpgrp: '',
  getpgid: 'pid',
  setpgid: 'pid pid',
  setsid: '',
  getsid: 'pid',
  uname: 'pointer',
  prctl: 'int long long long long',
  getrlimit: 'resource <limits',
  setrlimit: 'resource >limits',
  prlimit64: 'pid resource >limits <limits',
  getrusage: 'int pointer',
  times: 'pointer',
  setuid: 'int',
  setgid: 'int',
  setreuid: 'int int',
  setregid: 'int int',
  setresuid: 'int int int',
  setresgid: 'int int int',
  getresuid: '<int <int <int',
  getresgid: '<int <int <int',
  getgroups: 'int pointer',
  setgroups: 'int pointer',
  assert_fail: 'path path int path',
  compile: 'pointer pointer pointer long path',
  getpriority: 'int pid',
  setpriority: 'int pid int',
  sched_setparam: 'pid >int',
  sched_getparam: 'pid <int',
  sched_setscheduler: 'pid int >int',
  sched_getscheduler: 'pid',
  sched_get_priority_max: 'int',
  sched_get_priority_min: 'int',
  sched_getaffinity: 'pid long pointer',
  sched_setaffinity: 'pid long pointer',
  getcpu: '<int <int pointer',
  sched_yield: '',
  cpu_burst: 'long',
  announce_burst: 'long',
  device_service: 'int long',
  thread_create: 'pointer long pointer pointer int pointer',
  thread_exit: 'pointer',
  thread_join: 'pointer pointer int pointer clock',
  thread_detach: 'pointer',
  futex: 'object int int pointer pointer int',
  mutex_lock: 'object pointer clock int',
  mutex_trylock: 'object int',
  mutex_unlock: 'object int',
  mutex_destroy: 'object',
  cond_wait: 'object object pointer clock',
  cond_signal: 'object int',
  rwlock_lock: 'object int pointer clock',
  rwlock_unlock: 'object',
  rwlock_destroy: 'object',
  barrier_wait: 'object',
  barrier_destroy: 'object',
  thread_kill: 'pointer signal',
  thread_cancel: 'pointer pointer',
  thread_cancel_state: 'int int',
  thread_test_cancel: '',
  thread_name: 'pointer pointer int',
  thread_information: 'pointer pointer',
  kill: 'pid signal',
  tgkill: 'pid pid signal',
  pause: '',
  rt_sigaction: 'signal >signal-action <signal-action int',
  rt_sigprocmask: 'signal-how >signal-set <signal-set int',
  rt_sigreturn: '',
  rt_sigpending: '<signal-set int',
  rt_sigsuspend: '>signal-set int',
  rt_sigtimedwait: '>signal-set pointer >timespec int',
  rt_sigqueueinfo: 'pid signal pointer',
  sigaltstack: 'pointer pointer',
  nanosleep: '>timespec pointer',
  alarm: 'int',
  time: 'pointer',
  gettimeofday: '<timeval pointer',
  clock_gettime: 'clock <timespec',
  clock_getres: 'clock <timespec',
  clock_nanosleep: 'clock sleep-flags >timespec pointer',
  getitimer: 'timer-which <interval-timer',
  setitimer: 'timer-which >interval-timer <interval-timer',
  timer_create: 'clock pointer <int',
  timer_settime: 'int int >timer-setting <timer-setting',
  timer_gettime: 'int <timer-setting',
  timer_getoverrun: 'int',
  timer_delete: 'int',
  epoll_create1: 'hex',
  epoll_ctl: 'fd epoll-operation fd >epoll-event',
  epoll_wait: 'fd pointer int int',
  epoll_pwait: 'fd pointer int int >signal-set int',
  epoll_pwait2: 'fd pointer int >timespec >signal-set int',
  eventfd2: 'int hex',
  timerfd_create: 'clock hex',
  timerfd_settime: 'fd int >timer-setting <timer-setting',
  timerfd_gettime: 'fd <timer-setting',
  signalfd4: 'fd >signal-set int hex',
  brk: 'pointer',
  mmap: 'pointer long protection map-flags fd hex',
  munmap: 'pointer long',
  mprotect: 'pointer long protection',
  mremap: 'pointer long long hex pointer',
  msync: 'pointer long hex',
  mincore: 'pointer long pointer',
  madvise: 'pointer long int',
  mlock: 'pointer long',
  munlock: 'pointer long',
  mlockall: 'hex',
  munlockall: '',
  socket: 'socket-family socket-type int',
  socketpair: 'socket-family socket-type int <int-pair',
  bind: 'fd >address:2 int',
  listen: 'fd int',
  accept: 'fd pointer pointer',
  accept4: 'fd pointer pointer socket-type',
  connect: 'fd >address:2 int',
  getsockname: 'fd pointer pointer',
  getpeername: 'fd pointer pointer',
  sendto: 'fd >bytes:2 long socket-message-flags >address:5 int',
  recvfrom: 'fd <bytes long socket-message-flags pointer pointer',
  sendmsg: 'fd pointer socket-message-flags',
  recvmsg: 'fd pointer socket-message-flags',
  setsockopt: 'fd socket-level socket-option >int int',
  getsockopt: 'fd socket-level socket-option <int <length',
  shutdown: 'fd shutdown-how',
  shmget: 'ipc-key long ipc-flags',
  shmat: 'int pointer ipc-flags',
  shmdt: 'pointer',
  shmctl: 'int ipc-command pointer',
  semget: 'ipc-key int ipc-flags',
  semop: 'int >semaphore-operations:2 int',
  semctl: 'int int semaphore-command pointer',
  semtimedop: 'int >semaphore-operations:2 int >timespec',
  msgget: 'ipc-key ipc-flags',
  msgsnd: 'int >message:2 long message-flags',
  msgrcv: 'int <message long long message-flags',
  msgctl: 'int ipc-command pointer',
  mq_open: 'path open-flags mode pointer',
  mq_unlink: 'path',
  mq_timedsend: 'fd >bytes:2 long int >timespec',
  mq_timedreceive: 'fd <bytes long <int >timespec',
  mq_notify: 'fd pointer',
  mq_getsetattr: 'fd pointer pointer',
  shm_open: 'path open-flags mode',
  shm_unlink: 'path',
  sem_open: 'path open-flags mode int',
  sem_close: 'object',
  sem_unlink: 'path',
  sem_init: 'object int int',
  sem_destroy: 'object',
  sem_wait: 'object',
  sem_timedwait: 'object >timespec',
  sem_trywait: 'object',
  sem_post: 'object',
  sem_getvalue: 'object <int',
};

const shapes = new Map<SystemCallName, readonly ArgumentShape[]>(
  [...systemCallName.values()].map((name) => [
    name,
    words[name]
      .split(' ')
      .filter((word) => word !== '')
      .map(shapeOf),
  ]),
);

export function argumentShapes(call: SystemCallName): readonly ArgumentShape[] {
  return shapes.get(call) ?? [];
}

const shapesByNumber = new Map(
  [...shapes].map(([name, each]) => [SystemCall[name] as number, each]),
);

export function argumentShapesOf(number: number): readonly ArgumentShape[] {
  return shapesByNumber.get(number) ?? [];
}

export function structBytes(kind: StructKind): number {
  return STRUCT_BYTES[kind];
}

export function itemBytes(kind: ItemKind): number {
  return ITEM_BYTES[kind];
}

function shapeOf(word: string): ArgumentShape {
  const [, direction = '', name = '', count] = /^([<>]?)([a-z-]+)(?::(\d))?$/.exec(word) ?? [];
  const filled = direction === '<';
  const countAt = count === undefined ? null : Number(count);
  if (name === 'object' || name === 'path' || name === 'strings') return { kind: name };
  if (name === 'bytes' || name === 'message') return { kind: name, filled, countAt };
  if (name === 'address' && countAt !== null) return { kind: 'address', countAt };
  if (isItem(name) && countAt !== null) return { kind: 'items', as: name, filled, countAt };
  if (direction !== '' && isStruct(name)) return { kind: 'struct', filled, as: name };
  if (direction === '' && isNumber(name)) return { kind: 'number', as: name };
  throw new Error(`no argument is called “${word}”`);
}

function isItem(name: string): name is ItemKind {
  return name in ITEM_BYTES;
}

function isStruct(name: string): name is StructKind {
  return name in STRUCT_BYTES;
}

function isNumber(name: string): name is NumberKind {
  return NUMBERS.some((number) => number === name);
}
