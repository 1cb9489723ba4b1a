/* C11 6.10.3: arguments, # and ##, rescanning, variadic macros (C11 and GNU), recursion, redefinition. */
#include <stdio.h>

#define STR_(...) #__VA_ARGS__
#define STR(...) STR_(__VA_ARGS__)
#define EMPTY
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define show(...) puts(STR(__VA_ARGS__))
#define f(a) a*g
#define g(a) f(a)
#define self self + 1
#define even(x) odd(x) e
#define odd(x) even(x) o
#define LOG(format, ...) printf(format, ##__VA_ARGS__)
#define LOG2(args...) printf(args)
#define LOG3(format, args...) printf(format "\n", ##args)
#define COUNT(...) COUNT_(__VA_ARGS__, 5, 4, 3, 2, 1, 0)
#define COUNT_(a, b, c, d, e, n, ...) n
#define FIRST(a, ...) a
#define REST(a, ...) __VA_ARGS__
#define DEFER(x) x EMPTY
#define PAREN ()
#define CALL(x, y) x y
#define obj (1, 2)
#define SQUARE(x) ((x) * (x))
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
#define t(x, y, z) x##y##z
#define xstr(s) str(s)
#define str(s) #s
#define x_1 10
#define X(n) x_##n

#define LIST(DO) DO(red) DO(green) DO(blue)
#define AS_ENUM(n) n,
#define AS_NAME(n) #n,
enum color { LIST(AS_ENUM) colors };
static const char *const names[] = {LIST(AS_NAME)};

#define same 1
#define same 1
#undef undefined_anyway
#define gone 1
#undef gone
#define gone 2

int main(void) {
  show(f(2)(9));
  show(self, self);
  show(even(1));
  show(CAT(x, 1), XCAT(x, EMPTY), CAT(, b), CAT(a, ), CAT(, ));
  show(COUNT(a), COUNT(a, b), COUNT(a, b, c));
  show(FIRST(1, 2, 3), REST(1, 2, 3), REST(1));
  show(DEFER(FIRST)(1, 2));
  show(CALL(FIRST, (1, 2)), CALL(STR, PAREN));
  show(SQUARE(1 + 2));
  puts(join(x, y));
  int j[] = {t(1, 2, 3), t(, 4, 5), t(6, , 7), t(8, 9, ), t(10, , ), t(, 11, ), t(, , 12)};
  for (unsigned i = 0; i < sizeof j / sizeof *j; i++) printf("%d ", j[i]);
  printf("\n");
  puts(str(strncmp("abc\0d", "abc", '\4') == 0) str(: @\n));
  puts(xstr(str(X(1))) xstr(X(1)));
  puts(str(  spaces   between
       lines  ) str());
  LOG("no arguments\n");
  LOG("%d %d\n", 1, 2);
  LOG2("%s\n", "named");
  LOG3("%d", 3);
  LOG3("none");
  printf("%s %d\n", names[blue], colors);
  printf("%d %d\n", same, gone);
  printf("%d\n", SQUARE(
                     3
                 ));
#define later unknown_until_used
  int unknown_until_used = 8;
  printf("%d\n", later);
#undef later
#define printf_twice(...) printf(__VA_ARGS__), printf(__VA_ARGS__)
  printf_twice("%s", "twice ");
  printf("\n");
  int (SQUARE) = 5;
  printf("%d\n", SQUARE);
#define EVAL(...) __VA_ARGS__
#define OPEN (
#define CLOSE )
  printf("%d\n", EVAL(SQUARE OPEN 4 CLOSE));
  show(EVAL(EVAL)(obj), g(x)(y)(z));
  show(#, ##, "a" 'b', L"w", <<=, ...);
  show(/* comment */ a /* b */ c);
  return 0;
}
