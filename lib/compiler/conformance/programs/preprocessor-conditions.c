/* C11 6.10.1, 6.10.4 to 6.10.9: conditions, includes, lines, pragmas, null directives. */
#include <stdio.h>
#define HEADER <limits.h>
#include HEADER
#define LOCAL "stddef.h"
#include LOCAL
#

#define YES 1
#define ONE(x) x
static int n;
#define CHECK(name) printf("%d %s\n", ++n, name)

#if 0
#error never
'unbalanced
"too
#else garbage is a warning only
#endif

#if defined YES && defined(YES) && !defined(NO) && !defined NO
#define A "defined"
#endif
#if NO == 0 && YES
#define B "unknown is zero"
#endif
#if -1 > 0u
#define C "unsigned"
#endif
#if (2 || 1 / 0) && !(0 && 1 / 0) && (1 ? 1 : 1 / 0)
#define D "short circuit"
#endif
#if 'a' == 97 && '\377' < 0 && L'\xff' == 255 && 'ab' == 24930
#define E "characters"
#endif
#if 0xffffffffffffffff == -1 && 1 << 62 > 0 && 0x7fffffffffffffff + 0u > 0
#define F "64 bits"
#endif
#if 10 % 4 == 2 && -7 / 2 == -3 && (7 ^ 2) == 5 && ~0 == -1 && (1, 2) == 2
#define G "operators"
#endif
#if ONE(2) + ONE(ONE(3)) == 5
#define H "macros"
#endif
#if __has_include(<stdio.h>) && !__has_include(<no/such.h>) && __has_include("limits.h")
#define I "has include"
#endif
#if 0
#elif 0
#elif YES
#define J "elif"
#elif 1 / 0
#else
#define J "wrong"
#endif
#ifdef YES
# ifndef NO
#  if 1
#   define K "nested"
#  endif
# endif
#endif
#if defined HEADER
%:define L "digraphs"
#endif
#if 1 ? 2 : (3, 4)
#endif
#if INT_MAX == 2147483647 && ULONG_MAX == 0xffffffffffffffffu
#define M "limits"
#endif
#if __STDC__ == 1L && 1u && 07 == 7 && 1ULL
#define N "suffixes"
#endif
#if true || false
#define O "identifiers"
#else
#define O "true is zero"
#endif
#if __has_attribute(unused)
#define P "has attribute"
#endif

#pragma unknown pragma
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma STDC FP_CONTRACT OFF
_Pragma("GCC diagnostic pop")

int main(void) {
  CHECK(A);
  CHECK(B);
  CHECK(C);
  CHECK(D);
  CHECK(E);
  CHECK(F);
  CHECK(G);
  CHECK(H);
  CHECK(I);
  CHECK(J);
  CHECK(K);
  CHECK(L);
  CHECK(M);
  CHECK(N);
  CHECK(O);
  CHECK(P);
  _Pragma("GCC unroll 2") for (int i = 0; i < 2; i++) CHECK("pragma in a function");
  printf("%d\n",
#ifdef YES
         1
#else
         2
#endif
  );
#define LINE 500 "elsewhere.c"
#line LINE
  printf("%d %s\n", __LINE__, __FILE__);
#warning a warning is only a warning
#ident "ident"
  return 0;
}
