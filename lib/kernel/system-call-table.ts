/** Every system call of the machine, by number: its name, how many arguments it has, who handles it. */
import { SystemCall, type SystemCallName } from '../abi/system-calls';
import { assertFail } from './assertion';
import { compileProgram } from './compile-call';
import {
  access,
  chmod,
  chown,
  faccessat,
  faccessat2,
  fchmod,
  fchmodat,
  fchown,
  fchownat,
  lchown,
  umask,
  utimensat,
} from './files/attributes';
import { close, dup, dup2, dup3 } from './files/descriptors';
import { getdents, getdents64 } from './files/directories';
import { execve } from './processes/exec';
import { exit } from './processes/exit';
import { fcntl } from './files/fcntl';
import { fsync, ftruncate, lseek, sync, truncate } from './files/files';
import { fork, vfork } from './processes/fork';
import { getpid, getppid } from './processes/identity';
import { alarm, getitimer, setitimer } from './time/interval-timers';
import type { SystemCallHandler } from './kernel';
import { flock } from './files/locking';
import { brk, mmap, msync, munmap } from './memory/mappings';
import {
  link,
  linkat,
  mkdir,
  mkdirat,
  mknod,
  mknodat,
  readlink,
  readlinkat,
  rename,
  renameat,
  renameat2,
  rmdir,
  symlink,
  symlinkat,
  unlink,
  unlinkat,
} from './files/names';
import { creat, open, openat } from './files/open';
import { pipe, pipe2 } from './files/pipe-calls';
import {
  mqGetsetattr,
  mqNotify,
  mqOpen,
  mqTimedreceive,
  mqTimedsend,
  mqUnlink,
} from './ipc/posix-messages';
import { poll, ppoll, pselect6, select } from './readiness/poll-calls';
import {
  semClose,
  semDestroy,
  semGetValue,
  semInit,
  semOpen,
  semPost,
  semTryWait,
  semUnlink,
  semTimedWait,
  semWait,
} from './ipc/posix-semaphores';
import {
  getpriority,
  schedGetparam,
  schedGetPriorityMax,
  schedGetPriorityMin,
  schedGetscheduler,
  schedSetparam,
  schedSetscheduler,
  setpriority,
} from './processes/priorities';
import { prctl } from './processes/process-control';
import { getpgid, getpgrp, getsid, setpgid, setsid } from './processes/process-groups';
import { getrlimit, prlimit, setrlimit } from './processes/resource-limits';
import { getrusage, times } from './processes/resource-usage';
import { shmOpen, shmUnlink } from './ipc/posix-shared-memory';
import { getrandom } from './files/random-bytes';
import { pread64, pwrite64, read, readv, write, writev } from './files/read-write';
import {
  kill,
  pause,
  rtSigaction,
  rtSigpending,
  rtSigprocmask,
  rtSigqueueinfo,
  rtSigsuspend,
  rtSigtimedwait,
} from './signals/signal-calls';
import { rtSigreturn, sigaltstack } from './signals/signal-frame';
import { fstat, fstatfs, lstat, newfstatat, stat, statfs } from './files/stat';
import { msgctl, msgget, msgrcv, msgsnd } from './ipc/system-v-messages';
import { semctl, semget, semop, semtimedop } from './ipc/system-v-semaphores';
import { accept, accept4, connect, listen } from './sockets/connections';
import { recvfrom, recvmsg, sendmsg, sendto } from './sockets/message-calls';
import { getsockopt, setsockopt } from './sockets/options';
import {
  bind,
  getpeername,
  getsockname,
  shutdown,
  socket,
  socketpair,
} from './sockets/socket-calls';
import { shmat, shmctl, shmdt, shmget } from './ipc/system-v-shared-memory';
import { ioctl } from './terminal/terminal';
import { barrierDestroy, barrierWait } from './threads/barriers';
import { conditionSignal, conditionWait } from './threads/condition-variables';
import { mutexDestroy, mutexLock, mutexTryLock, mutexUnlock } from './threads/mutexes';
import { rwlockDestroy, rwlockLock, rwlockUnlock } from './threads/read-write-locks';
import { threadCancel, threadCancelState, threadTestCancel } from './threads/thread-cancellation';
import {
  exitThread,
  gettid,
  threadCreate,
  threadDetach,
  threadExit,
  threadJoin,
  threadKill,
} from './threads/threads';
import {
  clockGetres,
  clockGettime,
  clockNanosleep,
  gettimeofday,
  nanosleep,
  time,
} from './time/time';
import {
  getgid,
  getgroups,
  getresgid,
  getresuid,
  getuid,
  setgid,
  setgroups,
  setregid,
  setresgid,
  setresuid,
  setreuid,
  setuid,
} from './processes/users';
import { uname } from './system-name';
import { wait4, waitid } from './processes/wait-calls';
import { chdir, fchdir, getcwd } from './files/working-directory';
import { announceBurst, cpuBurst, deviceService } from './scheduling/workload-calls';
import { schedYield } from './scheduling/yield';

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
    readonly access: 'read' | 'write';
  };
}

type Row = readonly [argumentCount: number, handler: SystemCallHandler];

const rows: Readonly<Record<SystemCallName, Row>> = {
  // files
  read: [3, read],
  write: [3, write],
  pread64: [4, pread64],
  pwrite64: [4, pwrite64],
  readv: [3, readv],
  writev: [3, writev],
  open: [3, open],
  openat: [4, openat],
  creat: [2, creat],
  close: [1, close],
  lseek: [3, lseek],
  truncate: [2, truncate],
  ftruncate: [2, ftruncate],
  sync: [0, sync],
  fsync: [1, fsync],
  fdatasync: [1, fsync],
  stat: [2, stat],
  fstat: [2, fstat],
  lstat: [2, lstat],
  newfstatat: [4, newfstatat],
  statfs: [2, statfs],
  fstatfs: [2, fstatfs],
  poll: [3, poll],
  ppoll: [5, ppoll],
  select: [5, select],
  pselect6: [6, pselect6],
  ioctl: [3, ioctl],
  fcntl: [3, fcntl],
  flock: [2, flock],
  dup: [1, dup],
  dup2: [2, dup2],
  dup3: [3, dup3],
  pipe: [1, pipe],
  pipe2: [2, pipe2],
  // names and attributes
  access: [2, access],
  faccessat: [3, faccessat],
  faccessat2: [4, faccessat2],
  chmod: [2, chmod],
  fchmod: [2, fchmod],
  fchmodat: [3, fchmodat],
  chown: [3, chown],
  fchown: [3, fchown],
  lchown: [3, lchown],
  fchownat: [5, fchownat],
  umask: [1, umask],
  utimensat: [4, utimensat],
  mkdir: [2, mkdir],
  mkdirat: [3, mkdirat],
  mknod: [3, mknod],
  mknodat: [4, mknodat],
  rmdir: [1, rmdir],
  link: [2, link],
  linkat: [5, linkat],
  symlink: [2, symlink],
  symlinkat: [3, symlinkat],
  readlink: [3, readlink],
  readlinkat: [4, readlinkat],
  unlink: [1, unlink],
  unlinkat: [3, unlinkat],
  rename: [2, rename],
  renameat: [4, renameat],
  renameat2: [5, renameat2],
  chdir: [1, chdir],
  fchdir: [1, fchdir],
  getcwd: [2, getcwd],
  getdents: [3, getdents],
  getdents64: [3, getdents64],
  // processes
  fork: [0, fork],
  vfork: [0, vfork],
  execve: [3, execve],
  exit: [1, exitThread],
  exit_group: [1, exit],
  wait4: [4, wait4],
  getpid: [0, getpid],
  gettid: [0, gettid],
  getppid: [0, getppid],
  getuid: [0, getuid],
  geteuid: [0, getuid],
  getgid: [0, getgid],
  getegid: [0, getgid],
  getpgrp: [0, getpgrp],
  getpgid: [1, getpgid],
  setpgid: [2, setpgid],
  setsid: [0, setsid],
  getsid: [1, getsid],
  waitid: [5, waitid],
  uname: [1, uname],
  prctl: [5, prctl],
  getrlimit: [2, getrlimit],
  setrlimit: [2, setrlimit],
  prlimit64: [4, prlimit],
  getrusage: [2, getrusage],
  times: [1, times],
  getpriority: [2, getpriority],
  setpriority: [3, setpriority],
  setuid: [1, setuid],
  setgid: [1, setgid],
  setreuid: [2, setreuid],
  setregid: [2, setregid],
  setresuid: [3, setresuid],
  setresgid: [3, setresgid],
  getresuid: [3, getresuid],
  getresgid: [3, getresgid],
  getgroups: [2, getgroups],
  setgroups: [2, setgroups],
  sched_setparam: [2, schedSetparam],
  sched_getparam: [2, schedGetparam],
  sched_setscheduler: [3, schedSetscheduler],
  sched_getscheduler: [1, schedGetscheduler],
  sched_get_priority_max: [1, schedGetPriorityMax],
  sched_get_priority_min: [1, schedGetPriorityMin],
  sched_yield: [0, schedYield],
  // threads
  thread_create: [6, threadCreate],
  thread_exit: [1, threadExit],
  thread_join: [3, threadJoin],
  thread_detach: [1, threadDetach],
  cpu_burst: [1, cpuBurst],
  announce_burst: [1, announceBurst],
  device_service: [2, deviceService],
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
  // signals
  kill: [2, kill],
  pause: [0, pause],
  rt_sigaction: [4, rtSigaction],
  rt_sigprocmask: [4, rtSigprocmask],
  rt_sigreturn: [0, rtSigreturn],
  rt_sigpending: [2, rtSigpending],
  rt_sigsuspend: [2, rtSigsuspend],
  rt_sigtimedwait: [4, rtSigtimedwait],
  rt_sigqueueinfo: [3, rtSigqueueinfo],
  sigaltstack: [2, sigaltstack],
  assert_fail: [4, assertFail],
  compile: [5, compileProgram],
  // time
  nanosleep: [2, nanosleep],
  alarm: [1, alarm],
  time: [1, time],
  gettimeofday: [2, gettimeofday],
  clock_gettime: [2, clockGettime],
  clock_getres: [2, clockGetres],
  clock_nanosleep: [4, clockNanosleep],
  getitimer: [2, getitimer],
  setitimer: [3, setitimer],
  getrandom: [3, getrandom],
  // memory
  brk: [1, brk],
  mmap: [6, mmap],
  munmap: [2, munmap],
  msync: [3, msync],
  // sockets
  socket: [3, socket],
  socketpair: [4, socketpair],
  bind: [3, bind],
  listen: [2, listen],
  accept: [3, accept],
  accept4: [4, accept4],
  connect: [3, connect],
  getsockname: [3, getsockname],
  getpeername: [3, getpeername],
  sendto: [6, sendto],
  recvfrom: [6, recvfrom],
  sendmsg: [3, sendmsg],
  recvmsg: [3, recvmsg],
  setsockopt: [5, setsockopt],
  getsockopt: [5, getsockopt],
  shutdown: [2, shutdown],
  // System V IPC
  shmget: [3, shmget],
  shmat: [3, shmat],
  shmdt: [1, shmdt],
  shmctl: [3, shmctl],
  semget: [3, semget],
  semop: [3, semop],
  semctl: [4, semctl],
  semtimedop: [4, semtimedop],
  msgget: [2, msgget],
  msgsnd: [4, msgsnd],
  msgrcv: [5, msgrcv],
  msgctl: [3, msgctl],
  // POSIX IPC
  mq_open: [4, mqOpen],
  mq_unlink: [1, mqUnlink],
  mq_timedsend: [5, mqTimedsend],
  mq_timedreceive: [5, mqTimedreceive],
  mq_notify: [2, mqNotify],
  mq_getsetattr: [3, mqGetsetattr],
  shm_open: [3, shmOpen],
  shm_unlink: [1, shmUnlink],
  sem_open: [4, semOpen],
  sem_close: [1, semClose],
  sem_unlink: [1, semUnlink],
  sem_init: [3, semInit],
  sem_destroy: [1, semDestroy],
  sem_wait: [1, semWait],
  sem_timedwait: [2, semTimedWait],
  sem_trywait: [1, semTryWait],
  sem_post: [1, semPost],
  sem_getvalue: [2, semGetValue],
};

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
};

const USUAL_WORK = 100;
const heavyWork: Partial<Record<SystemCallName, number>> = {
  fork: 10_000,
  vfork: 10_000,
  execve: 50_000,
};

export const systemCallTable: ReadonlyMap<number, SystemCallEntry> = new Map(
  (Object.entries(rows) as [SystemCallName, Row][]).map(([name, [argumentCount, handler]]) => {
    const buffer = buffers[name];
    return [
      SystemCall[name],
      {
        name,
        argumentCount,
        handler,
        work: heavyWork[name] ?? USUAL_WORK,
        ...(buffer === undefined ? {} : { buffer }),
      },
    ];
  }),
);
