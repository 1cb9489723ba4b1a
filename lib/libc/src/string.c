/* string.h and strings.h: C11 7.24. The ones that matter for speed are intrinsics of the processor. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/intrinsics.h>

void *memcpy(void *restrict to, const void *restrict from, size_t n) {
  return __intrinsic_memcpy(to, from, n);
}

void *memmove(void *to, const void *from, size_t n) {
  return __intrinsic_memmove(to, from, n);
}

void *memset(void *at, int c, size_t n) {
  return __intrinsic_memset(at, c, n);
}

int memcmp(const void *a, const void *b, size_t n) {
  return __intrinsic_memcmp(a, b, n);
}

size_t strlen(const char *s) {
  return __intrinsic_strlen(s);
}

int strcmp(const char *a, const char *b) {
  return __intrinsic_strcmp(a, b);
}

char *strcpy(char *restrict to, const char *restrict from) {
  return __intrinsic_strcpy(to, from);
}

void *memchr(const void *at, int c, size_t n) {
  const unsigned char *p = at;
  for (; n > 0; p++, n--)
    if (*p == (unsigned char)c) return (void *)p;
  return NULL;
}

size_t strnlen(const char *s, size_t max) {
  size_t n = 0;
  while (n < max && s[n]) n++;
  return n;
}

char *strncpy(char *restrict to, const char *restrict from, size_t n) {
  size_t used = strnlen(from, n);
  __intrinsic_memcpy(to, from, used);
  __intrinsic_memset(to + used, 0, n - used);
  return to;
}

char *stpcpy(char *restrict to, const char *restrict from) {
  size_t n = strlen(from);
  __intrinsic_strcpy(to, from);
  return to + n;
}

char *strcat(char *restrict to, const char *restrict from) {
  __intrinsic_strcpy(to + __intrinsic_strlen(to), from);
  return to;
}

char *strncat(char *restrict to, const char *restrict from, size_t n) {
  char *end = to + __intrinsic_strlen(to);
  size_t used = strnlen(from, n);
  __intrinsic_memcpy(end, from, used);
  end[used] = '\0';
  return to;
}

int strncmp(const char *a, const char *b, size_t n) {
  for (; n > 0; a++, b++, n--) {
    if (*a != *b) return (unsigned char)*a - (unsigned char)*b;
    if (*a == '\0') return 0;
  }
  return 0;
}

int strcoll(const char *a, const char *b) {
  return strcmp(a, b);
}

int strcasecmp(const char *a, const char *b) {
  return strncasecmp(a, b, (size_t)-1);
}

int strncasecmp(const char *a, const char *b, size_t n) {
  for (; n > 0; a++, b++, n--) {
    int difference = tolower((unsigned char)*a) - tolower((unsigned char)*b);
    if (difference || *a == '\0') return difference;
  }
  return 0;
}

void bzero(void *at, size_t n) {
  __intrinsic_memset(at, 0, n);
}

char *strchr(const char *s, int c) {
  for (;; s++) {
    if (*s == (char)c) return (char *)s;
    if (*s == '\0') return NULL;
  }
}

char *strrchr(const char *s, int c) {
  const char *found = NULL;
  for (;; s++) {
    if (*s == (char)c) found = s;
    if (*s == '\0') return (char *)found;
  }
}

size_t strspn(const char *s, const char *accept) {
  size_t n = 0;
  while (s[n] && strchr(accept, s[n])) n++;
  return n;
}

size_t strcspn(const char *s, const char *reject) {
  size_t n = 0;
  while (s[n] && !strchr(reject, s[n])) n++;
  return n;
}

char *strpbrk(const char *s, const char *accept) {
  s += strcspn(s, accept);
  return *s ? (char *)s : NULL;
}

char *strstr(const char *s, const char *needle) {
  size_t n = strlen(needle);
  for (; n == 0 || *s; s++) {
    if (strncmp(s, needle, n) == 0) return (char *)s;
  }
  return NULL;
}

char *strtok_r(char *restrict s, const char *restrict separators, char **restrict state) {
  if (!s) s = *state;
  if (!s) return NULL;
  s += strspn(s, separators);
  if (*s == '\0') {
    *state = s;
    return NULL;
  }
  char *end = s + strcspn(s, separators);
  if (*end) *end++ = '\0';
  *state = end;
  return s;
}

char *strtok(char *restrict s, const char *restrict separators) {
  static char *state;
  return strtok_r(s, separators, &state);
}

char *strsep(char **s, const char *separators) {
  char *token = *s;
  if (!token) return NULL;
  char *end = token + strcspn(token, separators);
  if (*end) {
    *end = '\0';
    *s = end + 1;
  } else {
    *s = NULL;
  }
  return token;
}

char *strndup(const char *s, size_t n) {
  size_t used = strnlen(s, n);
  char *copy = malloc(used + 1);
  if (!copy) return NULL;
  __intrinsic_memcpy(copy, s, used);
  copy[used] = '\0';
  return copy;
}

char *strdup(const char *s) {
  return strndup(s, strlen(s));
}
