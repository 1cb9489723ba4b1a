/* Wide text to numbers: C11 7.29.4.1. Numbers are ASCII, so what comes before the first other character
   is read as bytes. */
#include <inttypes.h>
#include <stdlib.h>
#include <wchar.h>

#define NUMBER_MAX 1200

/* White space that isn't ASCII ends a number here, as in the C locale. */
static void narrow(const wchar_t *s, char *to) {
  size_t n = 0;
  for (; n < NUMBER_MAX && s[n] > 0 && s[n] < 128; n++) to[n] = (char)s[n];
  to[n] = '\0';
}

#define CONVERT(type, name, convert) \
  type name(const wchar_t *restrict s, wchar_t **restrict end) { \
    char text[NUMBER_MAX + 1]; \
    char *stop; \
    narrow(s, text); \
    type value = convert(text, &stop); \
    if (end) *end = (wchar_t *)s + (stop - text); \
    return value; \
  }

#define CONVERT_BASE(type, name, convert) \
  type name(const wchar_t *restrict s, wchar_t **restrict end, int base) { \
    char text[NUMBER_MAX + 1]; \
    char *stop = text; \
    narrow(s, text); \
    type value = convert(text, &stop, base); \
    if (end) *end = (wchar_t *)s + (stop - text); \
    return value; \
  }

CONVERT(double, wcstod, strtod)
CONVERT(float, wcstof, strtof)
CONVERT(long double, wcstold, strtold)
CONVERT_BASE(long, wcstol, strtol)
CONVERT_BASE(long long, wcstoll, strtoll)
CONVERT_BASE(unsigned long, wcstoul, strtoul)
CONVERT_BASE(unsigned long long, wcstoull, strtoull)
CONVERT_BASE(intmax_t, wcstoimax, strtoimax)
CONVERT_BASE(uintmax_t, wcstoumax, strtoumax)
