/* Files by descriptor: openat(2), pread(2), readv(2), truncate(2), fsync(2), lockf(3). */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int openat(int directory, const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list args;
    va_start(args, flags);
    mode = va_arg(args, mode_t);
    va_end(args);
  }
  return (int)__result(__syscall(SYS_openat, directory, path, flags, mode));
}

ssize_t pread(int fd, void *to, size_t n, off_t offset) {
  return __result(__syscall(SYS_pread64, fd, to, n, offset));
}

ssize_t pwrite(int fd, const void *from, size_t n, off_t offset) {
  return __result(__syscall(SYS_pwrite64, fd, from, n, offset));
}

ssize_t readv(int fd, const struct iovec *parts, int count) {
  return __result(__syscall(SYS_readv, fd, parts, count));
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  return __result(__syscall(SYS_writev, fd, parts, count));
}

int dup3(int from, int to, int flags) {
  return (int)__result(__syscall(SYS_dup3, from, to, flags));
}

int truncate(const char *path, off_t length) {
  return (int)__result(__syscall(SYS_truncate, path, length));
}

void sync(void) {
  __syscall(SYS_sync);
}

int fsync(int fd) {
  return (int)__result(__syscall(SYS_fsync, fd));
}

int fdatasync(int fd) {
  return (int)__result(__syscall(SYS_fdatasync, fd));
}

int flock(int fd, int operation) {
  return (int)__result(__syscall(SYS_flock, fd, operation));
}

/* A section from the present place on, by the record locks of fcntl. */
int lockf(int fd, int command, off_t length) {
  struct flock section = {F_WRLCK, SEEK_CUR, 0, length, 0};
  switch (command) {
    case F_ULOCK:
      section.l_type = F_UNLCK;
      return fcntl(fd, F_SETLK, &section);
    case F_LOCK:
      return fcntl(fd, F_SETLKW, &section);
    case F_TLOCK:
      return fcntl(fd, F_SETLK, &section);
    case F_TEST:
      section.l_type = F_RDLCK;
      if (fcntl(fd, F_GETLK, &section) < 0) return -1;
      if (section.l_type == F_UNLCK || section.l_pid == getpid()) return 0;
      errno = EACCES;
      return -1;
    default:
      errno = EINVAL;
      return -1;
  }
}

/* struct statfs of the system call. */
struct system_facts {
  long type, block, blocks, free, available, files, free_files, id, name_max, fragment, flags;
  long spare[4];
};

static int about(long result, const struct system_facts *from, struct statvfs *to) {
  if (__result(result) < 0) return -1;
  to->f_bsize = from->block;
  to->f_frsize = from->fragment;
  to->f_blocks = from->blocks;
  to->f_bfree = from->free;
  to->f_bavail = from->available;
  to->f_files = from->files;
  to->f_ffree = from->free_files;
  to->f_favail = from->free_files;
  to->f_fsid = from->id;
  to->f_flag = from->flags;
  to->f_namemax = from->name_max;
  return 0;
}

int statvfs(const char *restrict path, struct statvfs *restrict to) {
  struct system_facts facts;
  return about(__syscall(SYS_statfs, path, &facts), &facts, to);
}

int fstatvfs(int fd, struct statvfs *to) {
  struct system_facts facts;
  return about(__syscall(SYS_fstatfs, fd, &facts), &facts, to);
}
