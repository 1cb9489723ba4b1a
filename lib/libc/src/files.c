/* Files by descriptor: openat(2), pread(2), readv(2), truncate(2), fsync(2), lockf(3). */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
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

/* Each part by itself, as far as one goes. */
static ssize_t move_parts(int writes, int fd, const struct iovec *parts, int count, off_t offset) {
  ssize_t total = 0;
  for (int k = 0; k < count; k++) {
    const struct iovec *part = &parts[k];
    ssize_t n = writes ? pwrite(fd, part->iov_base, part->iov_len, offset + total)
                       : pread(fd, part->iov_base, part->iov_len, offset + total);
    if (n < 0) return total > 0 ? total : -1;
    total += n;
    if ((size_t)n < part->iov_len) break;
  }
  return total;
}

ssize_t preadv(int fd, const struct iovec *parts, int count, off_t offset) {
  return move_parts(0, fd, parts, count, offset);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  return move_parts(1, fd, parts, count, offset);
}

/* Files lie in memory: no advice makes a difference. Gives its error, as posix_fallocate does. */
int posix_fadvise(int fd, off_t at, off_t length, int advice) {
  struct stat found;
  int before = errno, error = 0;
  if (fstat(fd, &found) < 0) error = errno;
  errno = before;
  if (error) return error;
  if (S_ISFIFO(found.st_mode) || S_ISSOCK(found.st_mode)) return ESPIPE;
  return length < 0 || advice < POSIX_FADV_NORMAL || advice > POSIX_FADV_NOREUSE ? EINVAL : 0;
}

int posix_fallocate(int fd, off_t at, off_t length) {
  struct stat found;
  int before = errno, error = 0;
  if (at < 0 || length <= 0) return EINVAL;
  int flags = fcntl(fd, F_GETFL);
  if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY)
    error = EBADF;
  else if (fstat(fd, &found) < 0)
    error = errno;
  else if (S_ISFIFO(found.st_mode))
    error = ESPIPE;
  else if (!S_ISREG(found.st_mode))
    error = ENODEV;
  else if (found.st_size < at + length && ftruncate(fd, at + length) < 0)
    error = errno;
  errno = before;
  return error;
}

/* sendfile(2). */
ssize_t sendfile(int to, int from, off_t *offset, size_t n) {
  char buffer[4096];
  ssize_t total = 0;
  off_t at = offset ? *offset : lseek(from, 0, SEEK_CUR);
  if (at < 0) {
    if (errno == ESPIPE) errno = EINVAL;
    return -1;
  }
  while ((size_t)total < n) {
    size_t some = n - (size_t)total < sizeof buffer ? n - (size_t)total : sizeof buffer;
    ssize_t got = pread(from, buffer, some, at);
    ssize_t put = got > 0 ? write(to, buffer, (size_t)got) : got;
    if (put < 0 && total == 0) return -1;
    if (put <= 0) break;
    at += put;
    total += put;
    if (put < got) break;
  }
  if (offset)
    *offset = at;
  else
    lseek(from, at, SEEK_SET);
  return total;
}

int close_range(unsigned int first, unsigned int last, int flags) {
  if (first > last || (flags & ~(CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC))) {
    errno = EINVAL;
    return -1;
  }
  int before = errno, limit = getdtablesize();
  for (unsigned int fd = first; fd <= last && fd < (unsigned int)limit; fd++)
    if (flags & CLOSE_RANGE_CLOEXEC) {
      int has = fcntl((int)fd, F_GETFD);
      if (has >= 0) fcntl((int)fd, F_SETFD, has | FD_CLOEXEC);
    } else
      close((int)fd);
  errno = before;
  return 0;
}
