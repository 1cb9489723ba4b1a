/* The thin wrappers of POSIX functions that are system calls. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);
void __before_fork(void);
void __after_fork(int in_child);

ssize_t read(int fd, void *to, size_t n) {
  return __result(__syscall(SYS_read, fd, to, n));
}

ssize_t write(int fd, const void *from, size_t n) {
  return __result(__syscall(SYS_write, fd, from, n));
}

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list args;
    va_start(args, flags);
    mode = va_arg(args, mode_t);
    va_end(args);
  }
  return (int)__result(__syscall(SYS_open, path, flags, mode));
}

int creat(const char *path, mode_t mode) {
  return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int close(int fd) {
  return (int)__result(__syscall(SYS_close, fd));
}

int fcntl(int fd, int command, ...) {
  va_list args;
  va_start(args, command);
  long argument = va_arg(args, long);
  va_end(args);
  return (int)__result(__syscall(SYS_fcntl, fd, command, argument));
}

off_t lseek(int fd, off_t offset, int whence) {
  return __result(__syscall(SYS_lseek, fd, offset, whence));
}

int dup(int fd) {
  return (int)__result(__syscall(SYS_dup, fd));
}

int dup2(int from, int to) {
  return (int)__result(__syscall(SYS_dup2, from, to));
}

int pipe(int fds[2]) {
  return (int)__result(__syscall(SYS_pipe, fds));
}

int pipe2(int fds[2], int flags) {
  return (int)__result(__syscall(SYS_pipe2, fds, flags));
}

int isatty(int fd) {
  char settings[64];
  return __result(__syscall(SYS_ioctl, fd, 0x5401, settings)) == 0;
}

int access(const char *path, int mode) {
  return (int)__result(__syscall(SYS_access, path, mode));
}

int unlink(const char *path) {
  return (int)__result(__syscall(SYS_unlink, path));
}

int link(const char *from, const char *to) {
  return (int)__result(__syscall(SYS_link, from, to));
}

int rename(const char *from, const char *to) {
  return (int)__result(__syscall(SYS_rename, from, to));
}

int mkdir(const char *path, mode_t mode) {
  return (int)__result(__syscall(SYS_mkdir, path, mode));
}

int rmdir(const char *path) {
  return (int)__result(__syscall(SYS_rmdir, path));
}

int remove(const char *path) {
  int result = unlink(path);
  if (result < 0 && errno == EISDIR) return rmdir(path);
  return result;
}

int chdir(const char *path) {
  return (int)__result(__syscall(SYS_chdir, path));
}

char *getcwd(char *to, size_t max) {
  if (to) return __result(__syscall(SYS_getcwd, to, max)) < 0 ? NULL : to;
  // As glibc: the caller frees it.
  char found[PATH_MAX];
  if (__result(__syscall(SYS_getcwd, found, sizeof found)) < 0) return NULL;
  size_t needed = strlen(found) + 1;
  if (max && max < needed) {
    errno = ERANGE;
    return NULL;
  }
  to = malloc(max ? max : needed);
  return to ? strcpy(to, found) : NULL;
}

int stat(const char *restrict path, struct stat *restrict at) {
  return (int)__result(__syscall(SYS_stat, path, at));
}

int fstat(int fd, struct stat *at) {
  return (int)__result(__syscall(SYS_fstat, fd, at));
}

int ftruncate(int fd, off_t length) {
  return (int)__result(__syscall(SYS_ftruncate, fd, length));
}

pid_t fork(void) {
  __before_fork();
  long child = __syscall(SYS_fork);
  __after_fork(child == 0);
  return (pid_t)__result(child);
}

pid_t getpid(void) {
  return (pid_t)__syscall(SYS_getpid);
}

pid_t getppid(void) {
  return (pid_t)__syscall(SYS_getppid);
}

uid_t getuid(void) {
  return (uid_t)__syscall(SYS_getuid);
}

uid_t geteuid(void) {
  return getuid();
}

gid_t getgid(void) {
  return (gid_t)__syscall(SYS_getgid);
}

gid_t getegid(void) {
  return getgid();
}

pid_t waitpid(pid_t pid, int *status, int options) {
  return (pid_t)__result(__syscall(SYS_wait4, pid, status, options, NULL));
}

pid_t wait(int *status) {
  return waitpid(-1, status, 0);
}

int sched_yield(void) {
  return (int)__result(__syscall(SYS_sched_yield));
}

void *mmap(void *address, size_t bytes, int protection, int flags, int fd, off_t offset) {
  return (void *)__result(__syscall(SYS_mmap, address, bytes, protection, flags, fd, offset));
}

int mprotect(void *address, size_t bytes, int protection) {
  return (int)__result(__syscall(SYS_mprotect, address, bytes, protection));
}

void *mremap(void *address, size_t bytes, size_t wanted, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  void *to = flags & MREMAP_FIXED ? va_arg(rest, void *) : NULL;
  va_end(rest);
  return (void *)__result(__syscall(SYS_mremap, address, bytes, wanted, flags, to));
}

int mincore(void *address, size_t bytes, unsigned char *resident) {
  return (int)__result(__syscall(SYS_mincore, address, bytes, resident));
}

int madvise(void *address, size_t bytes, int advice) {
  return (int)__result(__syscall(SYS_madvise, address, bytes, advice));
}

int posix_madvise(void *address, size_t bytes, int advice) {
  // As glibc: it is allowed to do nothing, and DONTNEED may not lose data.
  if (advice == POSIX_MADV_DONTNEED) return 0;
  return (int)-__syscall(SYS_madvise, address, bytes, advice);
}

int mlock(const void *address, size_t bytes) {
  return (int)__result(__syscall(SYS_mlock, address, bytes));
}

int munlock(const void *address, size_t bytes) {
  return (int)__result(__syscall(SYS_munlock, address, bytes));
}

int mlockall(int flags) {
  return (int)__result(__syscall(SYS_mlockall, flags));
}

int munlockall(void) {
  return (int)__result(__syscall(SYS_munlockall));
}

int msync(void *address, size_t bytes, int flags) {
  return (int)__result(__syscall(SYS_msync, address, bytes, flags));
}

int munmap(void *address, size_t bytes) {
  return (int)__result(__syscall(SYS_munmap, address, bytes));
}

int shm_open(const char *name, int flags, mode_t mode) {
  return (int)__result(__syscall(SYS_shm_open, name, flags, mode));
}

int shm_unlink(const char *name) {
  return (int)__result(__syscall(SYS_shm_unlink, name));
}

int brk(void *end) {
  if (__syscall(SYS_brk, end) == (long)end) return 0;
  errno = ENOMEM;
  return -1;
}

void *sbrk(intptr_t increment) {
  long end = __syscall(SYS_brk, 0L);
  if (increment == 0) return (void *)end;
  return brk((void *)(end + increment)) < 0 ? (void *)-1 : (void *)end;
}
