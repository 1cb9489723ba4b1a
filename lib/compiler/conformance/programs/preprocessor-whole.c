/* Macros: functions, stringizing, pasting, conditionals, variadic, predefined. */
#include <stdio.h>

#define SQUARE(x) ((x) * (x))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define VERSION 12
#define LOG(format, ...) printf("log: " format "\n", ##__VA_ARGS__)
#define COUNT(...) (sizeof((int[]){__VA_ARGS__}) / sizeof(int))
#define REPEAT(x) x x x
#define EMPTY
#define SWAP(type, a, b) \
  do {                   \
    type t = a;          \
    a = b;               \
    b = t;               \
  } while (0)
#define LIST X(one) X(two) X(three)
#define f(x) x + 1

enum {
#define X(name) name,
  LIST
#undef X
};

static const char *names[] = {
#define X(name) #name,
    LIST
#undef X
};

#if VERSION >= 10 && defined(LIST) && !defined(NOTHING)
static int branch = 1;
#elif VERSION > 5
static int branch = 2;
#else
#error "not here"
#endif

#ifdef NOTHING
syntax error here
#endif

#if 0
also 'not read
#endif

#if (2 + 3 * 4 == 14) && (1 ? 2 : 0) && ~0 && -1 < 0 && 'a' == 97
#define OK "ok"
#else
#define OK "bad"
#endif

int main(void) {
  printf("%d %d\n", SQUARE(1 + 2), MAX(3, SQUARE(2)));
  printf("%s %s %s\n", STR(a + "b\n"), XSTR(VERSION), STR(VERSION));
  int xy = 5, x12 = 6;
  printf("%d %d\n", CAT(x, y), XCAT(x, VERSION));
  LOG("plain");
  LOG("%d and %s", 1, "two");
  printf("%zu\n", COUNT(1, 2, 3, 4));
  REPEAT(putchar('.');)
  putchar('\n');
  int a = 1, b = 2;
  SWAP(int, a, b);
  printf("%d %d\n", a, b);
  printf("%d %s %s\n", three, names[1], OK);
  printf("%d EMPTY %d\n", branch EMPTY, f(f(1)) * 2);
  printf("%d\n", __LINE__);
  printf("%s\n", __func__);
#undef VERSION
#define VERSION(x) x
  printf("%d\n", VERSION(9));
#line 500
  printf("%d\n", __LINE__);
  return 0;
}
