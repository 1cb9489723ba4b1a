/* Names of files, and their variants relative to an open directory: link(2), symlink(2), mknod(2). */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int symlink(const char *target, const char *path) {
  return (int)__result(__syscall(SYS_symlink, target, path));
}

int symlinkat(const char *target, int directory, const char *path) {
  return (int)__result(__syscall(SYS_symlinkat, target, directory, path));
}

ssize_t readlink(const char *restrict path, char *restrict to, size_t max) {
  return __result(__syscall(SYS_readlink, path, to, max));
}

ssize_t readlinkat(int directory, const char *restrict path, char *restrict to, size_t max) {
  return __result(__syscall(SYS_readlinkat, directory, path, to, max));
}

int linkat(int from_directory, const char *from, int to_directory, const char *to, int flags) {
  return (int)__result(__syscall(SYS_linkat, from_directory, from, to_directory, to, flags));
}

int unlinkat(int directory, const char *path, int flags) {
  return (int)__result(__syscall(SYS_unlinkat, directory, path, flags));
}

int renameat(int from_directory, const char *from, int to_directory, const char *to) {
  return (int)__result(__syscall(SYS_renameat, from_directory, from, to_directory, to));
}

int renameat2(int from_directory, const char *from, int to_directory, const char *to,
              unsigned int flags) {
  return (int)__result(__syscall(SYS_renameat2, from_directory, from, to_directory, to, flags));
}

int mkdirat(int directory, const char *path, mode_t mode) {
  return (int)__result(__syscall(SYS_mkdirat, directory, path, mode));
}

int mknod(const char *path, mode_t mode, dev_t device) {
  return (int)__result(__syscall(SYS_mknod, path, mode, device));
}

int mknodat(int directory, const char *path, mode_t mode, dev_t device) {
  return (int)__result(__syscall(SYS_mknodat, directory, path, mode, device));
}

int mkfifo(const char *path, mode_t mode) {
  return mknod(path, (mode & ~S_IFMT) | S_IFIFO, 0);
}

int mkfifoat(int directory, const char *path, mode_t mode) {
  return mknodat(directory, path, (mode & ~S_IFMT) | S_IFIFO, 0);
}

int fchdir(int fd) {
  return (int)__result(__syscall(SYS_fchdir, fd));
}

/* Each name is followed in turn; what is found so far has no link in it. */
char *realpath(const char *restrict path, char *restrict to) {
  char rest[PATH_MAX], next[PATH_MAX], found[PATH_MAX];
  int links = 0;
  if (!path) {
    errno = EINVAL;
    return NULL;
  }
  if (!*path) {
    errno = ENOENT;
    return NULL;
  }
  if (strlen(path) >= PATH_MAX) {
    errno = ENAMETOOLONG;
    return NULL;
  }
  strcpy(rest, path);
  if (*path == '/') found[0] = 0;
  else if (!getcwd(found, sizeof found)) return NULL;
  else if (strcmp(found, "/") == 0) found[0] = 0;
  char *at = rest;
  for (;;) {
    while (*at == '/') at++;
    if (!*at) break;
    size_t length = strcspn(at, "/");
    size_t used = strlen(found);
    if (length == 1 && at[0] == '.') {
      at += length;
      continue;
    }
    if (length == 2 && at[0] == '.' && at[1] == '.') {
      char *slash = strrchr(found, '/');
      if (slash) *slash = 0;
      at += length;
      continue;
    }
    if (used + 1 + length >= sizeof found) {
      errno = ENAMETOOLONG;
      return NULL;
    }
    found[used] = '/';
    memcpy(found + used + 1, at, length);
    found[used + 1 + length] = 0;
    at += length;
    struct stat about;
    if (lstat(found, &about) < 0) return NULL;
    if (S_ISLNK(about.st_mode)) {
      if (++links > 40) {
        errno = ELOOP;
        return NULL;
      }
      ssize_t n = readlink(found, next, sizeof next - 1);
      if (n < 0) return NULL;
      if ((size_t)n + strlen(at) >= sizeof next) {
        errno = ENAMETOOLONG;
        return NULL;
      }
      strcpy(next + n, at);
      strcpy(rest, next);
      at = rest;
      found[*rest == '/' ? 0 : used] = 0;
    } else if (!S_ISDIR(about.st_mode) && *at) {
      errno = ENOTDIR;
      return NULL;
    }
  }
  if (!found[0]) strcpy(found, "/");
  if (!to) return strdup(found);
  return strcpy(to, found);
}

/* Of malloc. */
char *get_current_dir_name(void) {
  return getcwd(NULL, 0);
}
