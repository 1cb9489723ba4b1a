/* Searching and copying memory beyond C11 7.24: memmem(3), memrchr(3), mempcpy(3), memccpy(3). */
#include <string.h>
#include <strings.h>
#include <forkyard/intrinsics.h>

void *memrchr(const void *at, int c, size_t n) {
  const unsigned char *bytes = at;
  while (n > 0)
    if (bytes[--n] == (unsigned char)c) return (void *)(bytes + n);
  return NULL;
}

void *rawmemchr(const void *at, int c) {
  const unsigned char *bytes = at;
  while (*bytes != (unsigned char)c) bytes++;
  return (void *)bytes;
}

void *memmem(const void *at, size_t n, const void *needle, size_t length) {
  const char *from = at;
  if (length == 0) return (void *)from;
  for (; n >= length; from++, n--)
    if (*from == *(const char *)needle && memcmp(from, needle, length) == 0) return (void *)from;
  return NULL;
}

void *mempcpy(void *restrict to, const void *restrict from, size_t n) {
  return (char *)memcpy(to, from, n) + n;
}

void *memccpy(void *restrict to, const void *restrict from, int stop, size_t n) {
  const void *found = memchr(from, stop, n);
  if (!found) {
    memcpy(to, from, n);
    return NULL;
  }
  size_t taken = (size_t)((const char *)found - (const char *)from) + 1;
  return (char *)memcpy(to, from, taken) + taken;
}

void *memfrob(void *at, size_t n) {
  for (char *byte = at; n > 0; n--, byte++) *byte ^= 42;
  return at;
}

void explicit_bzero(void *at, size_t n) {
  memset(at, 0, n);
}

void bcopy(const void *from, void *to, size_t n) {
  memmove(to, from, n);
}

int bcmp(const void *a, const void *b, size_t n) {
  return memcmp(a, b, n);
}

int ffsll(long long n) {
  for (int bit = 0; bit < 64; bit++)
    if ((unsigned long long)n >> bit & 1) return bit + 1;
  return 0;
}

int ffsl(long n) {
  return ffsll(n);
}

int ffs(int n) {
  return ffsll((unsigned int)n);
}
