#include "copy-file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"
#include "file-tree.h"

static int copy_contents(int from, int to) {
  char buffer[8192];
  ssize_t n;
  while ((n = read(from, buffer, sizeof buffer)) > 0)
    for (ssize_t done = 0, written; done < n; done += written)
      if ((written = write(to, buffer + done, (size_t)(n - done))) < 0) return -1;
  return (int)n;
}

static void keep_times(const char *to, const struct stat *about) {
  struct timespec times[2] = {about->st_atim, about->st_mtim};
  utimensat(AT_FDCWD, to, times, AT_SYMLINK_NOFOLLOW);
}

static int copy_regular(const char *from, const char *to, const struct stat *about, const struct copying *how) {
  int in = open(from, O_RDONLY);
  if (in < 0) {
    complain_errno("cannot open '%s' for reading", from);
    return -1;
  }
  int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, about->st_mode & 0777);
  if (out < 0 && how->force && unlink(to) == 0) out = open(to, O_WRONLY | O_CREAT | O_TRUNC, about->st_mode & 0777);
  int result = out < 0 ? -1 : copy_contents(in, out);
  if (out < 0) complain_errno("cannot create regular file '%s'", to);
  else if (result < 0) complain_errno("error writing '%s'", to);
  close(in);
  if (out >= 0) close(out);
  return result;
}

static int copy_link(const char *from, const char *to) {
  char target[4096];
  ssize_t n = readlink(from, target, sizeof target - 1);
  if (n < 0) {
    complain_errno("cannot read symbolic link '%s'", from);
    return -1;
  }
  target[n] = '\0';
  unlink(to);
  if (symlink(target, to) == 0) return 0;
  complain_errno("cannot create symbolic link '%s'", to);
  return -1;
}

static int copy_folder(const char *from, const char *to, const struct stat *about, const struct copying *how) {
  int count;
  struct stat target;
  if (stat(to, &target) < 0) {
    if (mkdir(to, about->st_mode & 0777) < 0) {
      complain_errno("cannot create directory '%s'", to);
      return -1;
    }
  } else if (!S_ISDIR(target.st_mode)) {
    complain("cannot overwrite non-directory '%s' with directory '%s'", to, from);
    return -1;
  }
  char **names = names_in(from, &count);
  if (!names) {
    complain_errno("cannot access '%s'", from);
    return -1;
  }
  int result = 0;
  for (int i = 0; i < count; i++) {
    char *inner_from = path_in(from, names[i]), *inner_to = path_in(to, names[i]);
    if (copy_path(inner_from, inner_to, how) < 0) result = -1;
    free(inner_from);
    free(inner_to);
  }
  free_names(names, count);
  return result;
}

int copy_path(const char *from, const char *to, const struct copying *how) {
  struct stat about, target;
  if ((how->follow ? stat(from, &about) : lstat(from, &about)) < 0) {
    complain_errno("cannot stat '%s'", from);
    return -1;
  }
  int exists = stat(to, &target) == 0;
  if (S_ISDIR(about.st_mode) && !how->recursive) {
    complain("-r not specified; omitting directory '%s'", from);
    return -1;
  }
  if (exists && target.st_ino == about.st_ino && target.st_dev == about.st_dev) {
    complain("'%s' and '%s' are the same file", from, to);
    return -1;
  }
  if (exists && S_ISDIR(target.st_mode) && !S_ISDIR(about.st_mode)) {
    complain("cannot overwrite directory '%s' with non-directory '%s'", to, from);
    return -1;
  }
  if (exists && !S_ISDIR(about.st_mode)) {
    if (how->keep_existing || (how->asks && !ask("overwrite '%s'? ", to))) return 0;
  }
  if (how->verbose) printf("'%s' -> '%s'\n", from, to);
  int result = S_ISLNK(about.st_mode)   ? copy_link(from, to)
               : S_ISDIR(about.st_mode) ? copy_folder(from, to, &about, how)
                                        : copy_regular(from, to, &about, how);
  if (result == 0 && how->keep) keep_times(to, &about);
  return result;
}
