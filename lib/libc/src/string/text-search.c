/* Strings beyond C11 7.24: strchrnul(3), strcasestr(3), stpncpy(3), index(3). */
#include <ctype.h>
#include <string.h>
#include <strings.h>

char *strchrnul(const char *s, int c) {
  while (*s && *s != (char)c) s++;
  return (char *)s;
}

char *strcasestr(const char *s, const char *needle) {
  size_t n = strlen(needle);
  for (; n == 0 || *s; s++)
    if (strncasecmp(s, needle, n) == 0) return (char *)s;
  return NULL;
}

char *stpncpy(char *restrict to, const char *restrict from, size_t n) {
  size_t used = strnlen(from, n);
  strncpy(to, from, n);
  return to + used;
}

char *index(const char *s, int c) {
  return strchr(s, c);
}

char *rindex(const char *s, int c) {
  return strrchr(s, c);
}

/* The C locale's order is that of the bytes. */
size_t strxfrm(char *restrict to, const char *restrict from, size_t n) {
  size_t length = strlen(from);
  if (n > 0) strncpy(to, from, n);
  return length;
}
