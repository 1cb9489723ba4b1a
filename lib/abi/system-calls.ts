/**
 * System-call numbers: those of Linux on x86-64 (arch/x86/entry/syscalls/syscall_64.tbl), and our own
 * from 1000 for what Linux's C library builds on futexes. Arguments are 64-bit slots; the result is a
 * 64-bit value, or -errno in [-4095, -1].
 */
export const SystemCall = {
  read: 0,
  write: 1,
  open: 2,
  close: 3,
  stat: 4,
  fstat: 5,
  lstat: 6,
  poll: 7,
  lseek: 8,
  mmap: 9,
  mprotect: 10,
  munmap: 11,
  brk: 12,
  rt_sigaction: 13,
  rt_sigprocmask: 14,
  rt_sigreturn: 15,
  ioctl: 16,
  pread64: 17,
  pwrite64: 18,
  readv: 19,
  writev: 20,
  access: 21,
  pipe: 22,
  select: 23,
  sched_yield: 24,
  mremap: 25,
  msync: 26,
  mincore: 27,
  madvise: 28,
  shmget: 29,
  shmat: 30,
  shmctl: 31,
  dup: 32,
  dup2: 33,
  pause: 34,
  socket: 41,
  connect: 42,
  accept: 43,
  sendto: 44,
  recvfrom: 45,
  sendmsg: 46,
  recvmsg: 47,
  shutdown: 48,
  bind: 49,
  listen: 50,
  getsockname: 51,
  getpeername: 52,
  socketpair: 53,
  setsockopt: 54,
  getsockopt: 55,
  nanosleep: 35,
  getitimer: 36,
  alarm: 37,
  setitimer: 38,
  getpid: 39,
  fork: 57,
  vfork: 58,
  execve: 59,
  exit: 60,
  wait4: 61,
  kill: 62,
  uname: 63,
  semget: 64,
  semop: 65,
  semctl: 66,
  shmdt: 67,
  msgget: 68,
  msgsnd: 69,
  msgrcv: 70,
  msgctl: 71,
  fcntl: 72,
  flock: 73,
  fsync: 74,
  fdatasync: 75,
  truncate: 76,
  ftruncate: 77,
  getdents: 78,
  getcwd: 79,
  chdir: 80,
  fchdir: 81,
  rename: 82,
  mkdir: 83,
  rmdir: 84,
  creat: 85,
  link: 86,
  unlink: 87,
  symlink: 88,
  readlink: 89,
  chmod: 90,
  fchmod: 91,
  chown: 92,
  fchown: 93,
  lchown: 94,
  umask: 95,
  gettimeofday: 96,
  getrlimit: 97,
  getrusage: 98,
  times: 100,
  getuid: 102,
  getgid: 104,
  setuid: 105,
  setgid: 106,
  geteuid: 107,
  getegid: 108,
  setpgid: 109,
  getppid: 110,
  getpgrp: 111,
  setsid: 112,
  setreuid: 113,
  setregid: 114,
  getgroups: 115,
  setgroups: 116,
  setresuid: 117,
  getresuid: 118,
  setresgid: 119,
  getresgid: 120,
  getpgid: 121,
  getsid: 124,
  rt_sigpending: 127,
  rt_sigtimedwait: 128,
  rt_sigqueueinfo: 129,
  rt_sigsuspend: 130,
  sigaltstack: 131,
  mknod: 133,
  statfs: 137,
  fstatfs: 138,
  getpriority: 140,
  setpriority: 141,
  sched_setparam: 142,
  sched_getparam: 143,
  sched_setscheduler: 144,
  sched_getscheduler: 145,
  sched_get_priority_max: 146,
  sched_get_priority_min: 147,
  mlock: 149,
  munlock: 150,
  mlockall: 151,
  munlockall: 152,
  prctl: 157,
  setrlimit: 160,
  sync: 162,
  gettid: 186,
  time: 201,
  sched_getaffinity: 204,
  getdents64: 217,
  semtimedop: 220,
  clock_gettime: 228,
  clock_getres: 229,
  clock_nanosleep: 230,
  exit_group: 231,
  tgkill: 234,
  mq_open: 240,
  mq_unlink: 241,
  mq_timedsend: 242,
  mq_timedreceive: 243,
  mq_notify: 244,
  mq_getsetattr: 245,
  waitid: 247,
  openat: 257,
  mkdirat: 258,
  mknodat: 259,
  fchownat: 260,
  newfstatat: 262,
  unlinkat: 263,
  renameat: 264,
  linkat: 265,
  symlinkat: 266,
  readlinkat: 267,
  fchmodat: 268,
  faccessat: 269,
  pselect6: 270,
  ppoll: 271,
  utimensat: 280,
  accept4: 288,
  dup3: 292,
  pipe2: 293,
  prlimit64: 302,
  renameat2: 316,
  getrandom: 318,
  faccessat2: 439,
  // ours
  shm_open: 1000, // (name, oflag, mode)
  shm_unlink: 1001, // (name)
  sem_open: 1010, // (name, oflag, mode, value) -> address of a sem_t mapped into the process
  sem_close: 1011, // (address)
  sem_unlink: 1012, // (name)
  sem_init: 1013, // (address, pshared, value)
  sem_destroy: 1014,
  sem_wait: 1015,
  sem_trywait: 1016,
  sem_post: 1017,
  sem_getvalue: 1018, // (address, int *value)
  sem_timedwait: 1019, // (address, const struct timespec *until)
  thread_create: 1040, // (entry, stack bytes, two arguments, detached, address for its thread pointer)
  thread_exit: 1041, // (address of the 8-byte result): returns in the last thread only
  thread_join: 1042, // (thread pointer, address for the result or 0, 1 to try only, timeout or 0, clock)
  thread_detach: 1043, // (thread pointer)
  cpu_burst: 1050, // (nanoseconds): uses the processor for so long
  announce_burst: 1051, // (nanoseconds): how long the next burst will be
  device_service: 1052, // (device, nanoseconds): waits until it is served
  mutex_lock: 1060, // (address, timeout or 0, clock, 1 for a spinlock)
  mutex_trylock: 1061, // (address, 1 for a spinlock)
  mutex_unlock: 1062, // (address, 1 for a spinlock)
  mutex_destroy: 1063, // (address)
  cond_wait: 1064, // (condition, mutex, timeout or 0, clock)
  cond_signal: 1065, // (condition, 1 for all)
  rwlock_lock: 1066, // (address, bits: 1 to write, 2 to try only; timeout or 0, clock)
  rwlock_unlock: 1067, // (address)
  rwlock_destroy: 1068, // (address)
  barrier_wait: 1069, // (address): 1 in one of the threads
  barrier_destroy: 1070, // (address)
  thread_kill: 1071, // (thread pointer, signal)
  thread_cancel: 1072, // (thread pointer, code that ends it)
  thread_cancel_state: 1073, // (0 state or 1 type, value or -1) -> old value
  thread_test_cancel: 1074, // ()
  thread_name: 1075, // (thread pointer or 0, address of 16 bytes, 1 to set it)
  thread_information: 1076, // (thread pointer, address for five longs)
  assert_fail: 1030, // (expression, file, line, function): abort with an assertion event
  compile: 1090, // (sources, options, messages, max, executable): what cc does
} as const;

export type SystemCallName = keyof typeof SystemCall;

export const systemCallName: ReadonlyMap<number, SystemCallName> = new Map(
  (Object.entries(SystemCall) as [SystemCallName, number][]).map(([name, number]) => [
    number,
    name,
  ]),
);
