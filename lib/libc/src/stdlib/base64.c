/* a64l(3), l64a(3): POSIX. */
#include <stdlib.h>
#include <string.h>

static const char digits[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

long a64l(const char *s) {
  unsigned int value = 0;
  for (int i = 0; i < 6 && s[i]; i++) {
    const char *found = strchr(digits, s[i]);
    if (!found) break;
    value |= (unsigned int)(found - digits) << (6 * i);
  }
  return (long)value;
}

char *l64a(long n) {
  static char text[7];
  unsigned int left = (unsigned int)n;
  int at = 0;
  for (; left; left >>= 6) text[at++] = digits[left & 63];
  text[at] = '\0';
  return text;
}
