/* Multibyte characters, for the C library only: UTF-8, or only ASCII in the C locale. */
#ifndef _FORKYARD_UTF8_H
#define _FORKYARD_UTF8_H
#include <stddef.h>

/* LC_CTYPE is C.UTF-8. */
extern int __locale_is_utf8;

/* The first character of at most n bytes: its length; -1 for none, -2 when its end is missing. */
int __utf8_decode(const char *from, size_t n, wchar_t *to);
/* At most 4 bytes; their number, or -1 for no character. */
int __utf8_encode(wchar_t c, char *to);
/* A whole wide text as UTF-8, in new memory; NULL with errno. */
char *__utf8_from_wide(const wchar_t *from);
#endif
