/* Temporary files: C11 7.21.4.3 and 7.21.4.4, tempnam(3). Names are drawn from getrandom(2), which
   the machine answers the same way in each run. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>
#include <forkyard/stream.h>

#define TRIES_MAX 1000

static void random_name(char *to, int n) {
  static const char letters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  unsigned char random[8];
  __syscall(SYS_getrandom, random, (size_t)n, 0);
  for (int i = 0; i < n; i++) to[i] = letters[random[i] % 62];
}

FILE *tmpfile(void) {
  char path[] = "/tmp/tmpfXXXXXX";
  for (int tries = 0; tries < TRIES_MAX; tries++) {
    random_name(path + 9, 6);
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (fd >= 0) {
      unlink(path);
      FILE *stream = fdopen(fd, "w+");
      if (!stream) close(fd);
      return stream;
    }
    if (errno != EEXIST) return NULL;
  }
  return NULL;
}

char *tmpnam(char *to) {
  static char shared[L_tmpnam];
  char path[] = "/tmp/fileXXXXXX";
  for (int tries = 0; tries < TRIES_MAX; tries++) {
    random_name(path + 9, 6);
    if (access(path, F_OK) < 0) return strcpy(to ? to : shared, path);
  }
  return NULL;
}

char *tmpnam_r(char *to) {
  return to ? tmpnam(to) : NULL;
}

char *tempnam(const char *directory, const char *prefix) {
  const char *wanted = getenv("TMPDIR");
  if (!wanted || access(wanted, W_OK) < 0) wanted = directory;
  if (!wanted || access(wanted, W_OK) < 0) wanted = P_tmpdir;
  if (!prefix) prefix = "file";
  size_t start = strnlen(prefix, 5);
  char *path = malloc(strlen(wanted) + start + 8);
  if (!path) return NULL;
  size_t n = (size_t)sprintf(path, "%s/%.5s", wanted, prefix);
  path[n + 6] = '\0';
  for (int tries = 0; tries < TRIES_MAX; tries++) {
    random_name(path + n, 6);
    if (access(path, F_OK) < 0) return path;
  }
  free(path);
  return NULL;
}
