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
  lseek: 8,
  mmap: 9,
  munmap: 11,
  brk: 12,
  rt_sigaction: 13,
  rt_sigprocmask: 14,
  rt_sigreturn: 15,
  ioctl: 16,
  access: 21,
  pipe: 22,
  sched_yield: 24,
  shmget: 29,
  shmat: 30,
  shmctl: 31,
  dup: 32,
  dup2: 33,
  pause: 34,
  nanosleep: 35,
  alarm: 37,
  getpid: 39,
  fork: 57,
  vfork: 58,
  execve: 59,
  exit: 60,
  wait4: 61,
  kill: 62,
  semget: 64,
  semop: 65,
  semctl: 66,
  shmdt: 67,
  fcntl: 72,
  ftruncate: 77,
  getdents: 78,
  getcwd: 79,
  chdir: 80,
  rename: 82,
  mkdir: 83,
  rmdir: 84,
  creat: 85,
  link: 86,
  unlink: 87,
  chmod: 90,
  umask: 95,
  gettimeofday: 96,
  getuid: 102,
  getgid: 104,
  geteuid: 107,
  getegid: 108,
  setpgid: 109,
  getppid: 110,
  getpgrp: 111,
  setsid: 112,
  getpgid: 121,
  rt_sigpending: 127,
  rt_sigsuspend: 130,
  time: 201,
  exit_group: 231,
  getdents64: 217,
  clock_gettime: 228,
  dup3: 292,
  pipe2: 293,
  getrandom: 318,
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
  assert_fail: 1030, // (expression, file, line, function): abort with an assertion event
} as const;

export type SystemCallName = keyof typeof SystemCall;

export const systemCallName: ReadonlyMap<number, SystemCallName> = new Map(
  (Object.entries(SystemCall) as [SystemCallName, number][]).map(([name, number]) => [
    number,
    name,
  ]),
);
