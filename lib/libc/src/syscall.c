/* syscall(2): a system call by its number. A call's number is part of the instruction here, hence the list.
 * Not in it: what Linux doesn't have, vfork and rt_sigreturn, which can't be made from a function. */
#include <errno.h>
#include <stdarg.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

#define CALL(name) \
  case SYS_##name: return __syscall(SYS_##name, a[0], a[1], a[2], a[3], a[4], a[5]);

static long make(long number, const long a[6]) {
  switch (number) {
    /* clang-format off */
    CALL(read) CALL(write) CALL(open) CALL(close) CALL(stat) CALL(fstat) CALL(lstat) CALL(poll)
    CALL(lseek) CALL(mmap) CALL(mprotect) CALL(munmap) CALL(brk) CALL(rt_sigaction)
    CALL(rt_sigprocmask) CALL(ioctl) CALL(pread64) CALL(pwrite64) CALL(readv) CALL(writev)
    CALL(access) CALL(pipe) CALL(select) CALL(sched_yield) CALL(mremap) CALL(msync) CALL(mincore)
    CALL(madvise) CALL(shmget) CALL(shmat) CALL(shmctl) CALL(dup) CALL(dup2) CALL(pause)
    CALL(nanosleep) CALL(getitimer) CALL(alarm) CALL(setitimer) CALL(getpid) CALL(socket)
    CALL(connect) CALL(accept) CALL(sendto) CALL(recvfrom) CALL(sendmsg) CALL(recvmsg)
    CALL(shutdown) CALL(bind) CALL(listen) CALL(getsockname) CALL(getpeername) CALL(socketpair)
    CALL(setsockopt) CALL(getsockopt) CALL(fork) CALL(execve) CALL(exit) CALL(wait4) CALL(kill)
    CALL(uname) CALL(semget) CALL(semop) CALL(semctl) CALL(shmdt) CALL(msgget) CALL(msgsnd)
    CALL(msgrcv) CALL(msgctl) CALL(fcntl) CALL(flock) CALL(fsync) CALL(fdatasync) CALL(truncate)
    CALL(ftruncate) CALL(getdents) CALL(getcwd) CALL(chdir) CALL(fchdir) CALL(rename) CALL(mkdir)
    CALL(rmdir) CALL(creat) CALL(link) CALL(unlink) CALL(symlink) CALL(readlink) CALL(chmod)
    CALL(fchmod) CALL(chown) CALL(fchown) CALL(lchown) CALL(umask) CALL(gettimeofday)
    CALL(getrlimit) CALL(getrusage) CALL(times) CALL(getuid) CALL(getgid) CALL(setuid) CALL(setgid)
    CALL(geteuid) CALL(getegid) CALL(setpgid) CALL(getppid) CALL(getpgrp) CALL(setsid)
    CALL(setreuid) CALL(setregid) CALL(getgroups) CALL(setgroups) CALL(setresuid) CALL(getresuid)
    CALL(setresgid) CALL(getresgid) CALL(getpgid) CALL(getsid) CALL(rt_sigpending)
    CALL(rt_sigtimedwait) CALL(rt_sigqueueinfo) CALL(rt_sigsuspend) CALL(sigaltstack) CALL(mknod)
    CALL(statfs) CALL(fstatfs) CALL(getpriority) CALL(setpriority) CALL(sched_setparam)
    CALL(sched_getparam) CALL(sched_setscheduler) CALL(sched_getscheduler)
    CALL(sched_get_priority_max) CALL(sched_get_priority_min) CALL(mlock) CALL(munlock)
    CALL(mlockall) CALL(munlockall) CALL(prctl) CALL(setrlimit) CALL(sync) CALL(gettid) CALL(time)
    CALL(futex) CALL(sched_setaffinity) CALL(sched_getaffinity) CALL(getdents64) CALL(semtimedop)
    CALL(timer_create) CALL(timer_settime) CALL(timer_gettime) CALL(timer_getoverrun)
    CALL(timer_delete) CALL(clock_gettime) CALL(clock_getres) CALL(clock_nanosleep) CALL(exit_group)
    CALL(epoll_wait) CALL(epoll_ctl) CALL(tgkill) CALL(mq_open) CALL(mq_unlink) CALL(mq_timedsend)
    CALL(mq_timedreceive) CALL(mq_notify) CALL(mq_getsetattr) CALL(waitid) CALL(openat)
    CALL(mkdirat) CALL(mknodat) CALL(fchownat) CALL(newfstatat) CALL(unlinkat) CALL(renameat)
    CALL(linkat) CALL(symlinkat) CALL(readlinkat) CALL(fchmodat) CALL(faccessat) CALL(pselect6)
    CALL(ppoll) CALL(utimensat) CALL(epoll_pwait) CALL(timerfd_create) CALL(timerfd_settime)
    CALL(timerfd_gettime) CALL(accept4) CALL(signalfd4) CALL(eventfd2) CALL(epoll_create1)
    CALL(dup3) CALL(pipe2) CALL(prlimit64) CALL(getcpu) CALL(renameat2) CALL(getrandom)
    CALL(faccessat2) CALL(epoll_pwait2)
    /* clang-format on */
  }
  return -ENOSYS;
}

long syscall(long number, ...) {
  va_list rest;
  long arguments[6];
  va_start(rest, number);
  for (int k = 0; k < 6; k++) arguments[k] = va_arg(rest, long);
  va_end(rest);
  return __result(make(number, arguments));
}
