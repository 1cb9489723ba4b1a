#include <stdio.h>
#define ONE 1
#define TWO (ONE + ONE)
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a, b) a##b
#define LOG(format, ...) printf(format "\n", ##__VA_ARGS__)
#define EACH(X) X(red) X(green) X(blue)
#define NAME(n) #n,
#define ENUM(n) color_##n,
#define SELF SELF_ + 1
#define SWAP(T, a, b) do { T t_ = a; a = b; b = t_; } while (0)
#if defined(ONE) && TWO == 2 && !defined NOTHING
#define YES 1
#else
#error not here
#endif
#ifdef NOTHING
int bad = ;
#elif ONE > 2
int bad = ;
#else
int good = 3;
#endif
#undef ONE
#define ONE 11
enum { EACH(ENUM) color_count };
static const char *names[] = {EACH(NAME)};
int main(void) {
  int CAT(va, lue) = MAX(3, 5) * TWO;
  printf("%d %s %s %d\n", value, STR(a + "b\n"), XSTR(TWO), YES);
  LOG("no arguments"); LOG("%d and %s", 1, "two");
  for (int i = 0; i < color_count; i++) printf("%s=%d ", names[i], i);
  printf("%d %d %s\n", color_blue, good, __func__);
  int a = 1, b = 2;
  if (a < b) SWAP(int, a, b); else a = 0;
  printf("%d %d line %d\n", a, b, __LINE__);
#if 0
  syntax error here
#elif __STDC__ && 3 % 2
  printf("%ld\n", __STDC_VERSION__ >= 199901L ? 1L : 0L);
#endif
#line 500 "renamed.c"
  printf("%d %s\n", __LINE__, __FILE__);
  return MAX(a, \
    b);
}
