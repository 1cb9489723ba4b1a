/* strerror_r(3): POSIX's, and GNU's. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#undef strerror_r

int __xpg_strerror_r(int number, char *to, size_t max) {
  char unknown[40];
  const char *text = unknown;
  int known = strncmp(strerror(number), "Unknown", 7) != 0;
  if (known) text = strerror(number);
  else sprintf(unknown, "Unknown error %d", number);
  size_t n = strlen(text);
  if (max > 0) {
    size_t taken = n < max ? n : max - 1;
    memcpy(to, text, taken);
    to[taken] = '\0';
  }
  if (!known) return EINVAL;
  return n < max ? 0 : ERANGE;
}

/* A known error's own text, else one made in the buffer. */
char *strerror_r(int number, char *to, size_t max) {
  if (__xpg_strerror_r(number, to, max) == EINVAL) return to;
  return strerror(number);
}
