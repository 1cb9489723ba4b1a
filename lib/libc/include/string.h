/* C11 7.24 and POSIX string.h */
#ifndef _STRING_H
#define _STRING_H
#include <stddef.h>
#include <strings.h>
void *memcpy(void *restrict to, const void *restrict from, size_t n);
void *memmove(void *to, const void *from, size_t n);
void *memset(void *at, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
void *memchr(const void *at, int c, size_t n);
size_t strlen(const char *s);
size_t strnlen(const char *s, size_t max);
char *strcpy(char *restrict to, const char *restrict from);
char *strncpy(char *restrict to, const char *restrict from, size_t n);
char *stpcpy(char *restrict to, const char *restrict from);
char *strcat(char *restrict to, const char *restrict from);
char *strncat(char *restrict to, const char *restrict from, size_t n);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t n);
int strcoll(const char *a, const char *b);
char *strchr(const char *s, int c);
char *strrchr(const char *s, int c);
size_t strspn(const char *s, const char *accept);
size_t strcspn(const char *s, const char *reject);
char *strpbrk(const char *s, const char *accept);
char *strstr(const char *s, const char *needle);
char *strtok(char *restrict s, const char *restrict separators);
char *strtok_r(char *restrict s, const char *restrict separators, char **restrict state);
char *strsep(char **s, const char *separators);
char *strdup(const char *s);
char *strndup(const char *s, size_t n);
char *strerror(int number);
char *strsignal(int number);
void *mempcpy(void *restrict to, const void *restrict from, size_t n);
void *memccpy(void *restrict to, const void *restrict from, int stop, size_t n);
void *memrchr(const void *at, int c, size_t n);
void *rawmemchr(const void *at, int c);
void *memmem(const void *at, size_t n, const void *needle, size_t length);
void *memfrob(void *at, size_t n);
void explicit_bzero(void *at, size_t n);
char *stpncpy(char *restrict to, const char *restrict from, size_t n);
char *strchrnul(const char *s, int c);
char *strcasestr(const char *s, const char *needle);
size_t strxfrm(char *restrict to, const char *restrict from, size_t n);
int strverscmp(const char *a, const char *b);
char *strfry(char *s);
/* POSIX's, or with _GNU_SOURCE the GNU one, as in glibc. */
int __xpg_strerror_r(int number, char *to, size_t max);
#ifdef _GNU_SOURCE
char *strerror_r(int number, char *to, size_t max);
#ifndef basename
char *basename(const char *path);
#endif
#else
#define strerror_r __xpg_strerror_r
#endif
const char *strerrorname_np(int number);
const char *strerrordesc_np(int number);
const char *sigabbrev_np(int number);
const char *sigdescr_np(int number);
#define strdupa(s) ({ \
  const char *__from = (s); \
  size_t __bytes = strlen(__from) + 1; \
  (char *)memcpy(__builtin_alloca(__bytes), __from, __bytes); \
})
#define strndupa(s, n) ({ \
  const char *__from = (s); \
  size_t __bytes = strnlen(__from, (n)); \
  char *__to = __builtin_alloca(__bytes + 1); \
  __to[__bytes] = '\0'; \
  (char *)memcpy(__to, __from, __bytes); \
})
#endif
