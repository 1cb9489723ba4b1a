/* Files with names that nobody has yet: mkstemp(3), mkdtemp(3). */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

#define ATTEMPTS 100

/* Six letters in place of the X's that end before the suffix. */
static void fill(char *template, int suffix) {
  static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  size_t length = strlen(template);
  unsigned char random[6];
  char *at = template + length - suffix - 6;
  __syscall(SYS_getrandom, random, sizeof random, 0);
  for (int k = 0; k < 6; k++) at[k] = letters[random[k] % (sizeof letters - 1)];
}

static int has_places(const char *template, int suffix) {
  size_t length = strlen(template);
  if (suffix >= 0 && length >= 6 + (size_t)suffix &&
      memcmp(template + length - suffix - 6, "XXXXXX", 6) == 0)
    return 1;
  errno = EINVAL;
  return 0;
}

int mkostemps(char *template, int suffix, int flags) {
  if (!has_places(template, suffix)) return -1;
  for (int k = 0; k < ATTEMPTS; k++) {
    fill(template, suffix);
    int fd = open(template, (flags & ~O_ACCMODE) | O_RDWR | O_CREAT | O_EXCL, 0600);
    if (fd >= 0 || errno != EEXIST) return fd;
  }
  return -1;
}

int mkstemp(char *template) {
  return mkostemps(template, 0, 0);
}

int mkostemp(char *template, int flags) {
  return mkostemps(template, 0, flags);
}

int mkstemps(char *template, int suffix) {
  return mkostemps(template, suffix, 0);
}

char *mkdtemp(char *template) {
  if (!has_places(template, 0)) return NULL;
  for (int k = 0; k < ATTEMPTS; k++) {
    fill(template, 0);
    if (mkdir(template, 0700) == 0) return template;
    if (errno != EEXIST) return NULL;
  }
  return NULL;
}
