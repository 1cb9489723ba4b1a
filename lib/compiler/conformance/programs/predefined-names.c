/* C11 6.4.2.2 and 6.10.8: __func__, the standard's macros and gcc's that describe the machine. */
#include <stdio.h>
#include <string.h>

static const char *name(void) {
  return __func__;
}

static void pretty(int x) {
  printf("%s %s %s %d\n", __func__, __FUNCTION__, __PRETTY_FUNCTION__, x);
  printf("%zu\n", sizeof __func__);
}

#if defined __STDC__ && __STDC_VERSION__ >= 201112L && __STDC_HOSTED__
#define STANDARD 1
#else
#define STANDARD 0
#endif

int main(void) {
  printf("%s %s\n", name(), __func__);
  pretty(3);
  printf("%d %ld %d\n", STANDARD, __STDC_VERSION__, __STDC__);
  printf("%d\n", __LINE__);
  const char *file = strrchr("/" __FILE__, '/') + 1;
  printf("%s\n", file);
  printf("%zu %zu\n", sizeof __DATE__, sizeof __TIME__);
  printf("%d %d %d\n", __COUNTER__, __COUNTER__, __COUNTER__);
  printf("%d\n", __INCLUDE_LEVEL__);
  printf("%d %d %d %d\n", __CHAR_BIT__, __SIZEOF_INT__, __SIZEOF_LONG__, __SIZEOF_POINTER__);
  printf("%d %ld %d\n", __INT_MAX__, __LONG_MAX__, __SCHAR_MAX__);
#ifdef __linux__
  printf("linux\n");
#endif
#ifdef __x86_64__
  printf("x86-64\n");
#endif
#ifdef __unix__
  printf("unix\n");
#endif
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  printf("little\n");
#endif
#ifndef __cplusplus
  printf("C\n");
#endif
#ifdef __OPTIMIZE__
  printf("optimized\n");
#endif
#ifdef __CHAR_UNSIGNED__
  printf("unsigned char\n");
#endif
  __SIZE_TYPE__ size = sizeof(__PTRDIFF_TYPE__);
  __INT64_TYPE__ big = 1;
  __UINT8_TYPE__ small = 255;
  printf("%zu %zu %d\n", size, sizeof big, ++small);
#line 1000 "renamed.c"
  printf("%d %s\n", __LINE__, __FILE__);
#line 2000
  printf("%d %s\n", __LINE__, __FILE__);
  printf("%d\n",

         __LINE__);
  return 0;
}
