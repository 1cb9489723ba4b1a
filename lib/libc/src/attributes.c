/* stat(2), chmod(2), chown(2), access(2), utime(2) and their variants. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#include <utime.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int lstat(const char *restrict path, struct stat *restrict at) {
  return (int)__result(__syscall(SYS_lstat, path, at));
}

int fstatat(int directory, const char *restrict path, struct stat *restrict at, int flags) {
  return (int)__result(__syscall(SYS_newfstatat, directory, path, at, flags));
}

int chmod(const char *path, mode_t mode) {
  return (int)__result(__syscall(SYS_chmod, path, mode));
}

int fchmod(int fd, mode_t mode) {
  return (int)__result(__syscall(SYS_fchmod, fd, mode));
}

int fchmodat(int directory, const char *path, mode_t mode, int flags) {
  if (flags & AT_SYMLINK_NOFOLLOW) {
    errno = ENOTSUP;
    return -1;
  }
  if (flags) {
    errno = EINVAL;
    return -1;
  }
  return (int)__result(__syscall(SYS_fchmodat, directory, path, mode));
}

int chown(const char *path, uid_t owner, gid_t group) {
  return (int)__result(__syscall(SYS_chown, path, owner, group));
}

int lchown(const char *path, uid_t owner, gid_t group) {
  return (int)__result(__syscall(SYS_lchown, path, owner, group));
}

int fchown(int fd, uid_t owner, gid_t group) {
  return (int)__result(__syscall(SYS_fchown, fd, owner, group));
}

int fchownat(int directory, const char *path, uid_t owner, gid_t group, int flags) {
  return (int)__result(__syscall(SYS_fchownat, directory, path, owner, group, flags));
}

mode_t umask(mode_t mask) {
  return (mode_t)__syscall(SYS_umask, mask);
}

int faccessat(int directory, const char *path, int mode, int flags) {
  return (int)__result(__syscall(SYS_faccessat2, directory, path, mode, flags));
}

int euidaccess(const char *path, int mode) {
  return access(path, mode);
}

int eaccess(const char *path, int mode) {
  return access(path, mode);
}

int utimensat(int directory, const char *path, const struct timespec times[2], int flags) {
  return (int)__result(__syscall(SYS_utimensat, directory, path, times, flags));
}

int futimens(int fd, const struct timespec times[2]) {
  return (int)__result(__syscall(SYS_utimensat, fd, NULL, times, 0));
}

/* NULL for now. */
static struct timespec *exactly(const struct timeval times[2], struct timespec to[2]) {
  if (!times) return NULL;
  for (int k = 0; k < 2; k++) to[k] = (struct timespec){times[k].tv_sec, times[k].tv_usec * 1000};
  return to;
}

int utimes(const char *path, const struct timeval times[2]) {
  struct timespec exact[2];
  return utimensat(AT_FDCWD, path, exactly(times, exact), 0);
}

int lutimes(const char *path, const struct timeval times[2]) {
  struct timespec exact[2];
  return utimensat(AT_FDCWD, path, exactly(times, exact), AT_SYMLINK_NOFOLLOW);
}

int futimes(int fd, const struct timeval times[2]) {
  struct timespec exact[2];
  return futimens(fd, exactly(times, exact));
}

int utime(const char *path, const struct utimbuf *times) {
  struct timespec exact[2];
  if (!times) return utimensat(AT_FDCWD, path, NULL, 0);
  exact[0].tv_sec = times->actime;
  exact[1].tv_sec = times->modtime;
  exact[0].tv_nsec = exact[1].tv_nsec = 0;
  return utimensat(AT_FDCWD, path, exact, 0);
}
