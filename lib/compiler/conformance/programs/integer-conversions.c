/* C11 6.3.1: promotions, the usual arithmetic conversions, conversions between all integer types. */
#include <stdbool.h>
#include <stdio.h>

#define T(x)                                                                                       \
  _Generic((x), char: "char", signed char: "schar", unsigned char: "uchar", short: "short",      \
           unsigned short: "ushort", int: "int", unsigned: "uint", long: "long",                 \
           unsigned long: "ulong", long long: "llong", unsigned long long: "ullong",             \
           float: "float", double: "double", _Bool: "bool", default: "?")

#define PAIR(A, B)                        \
  do {                                    \
    A a = 1;                              \
    B b = 1;                              \
    printf("%s+%s %s\n", #A, #B, T(a + b)); \
  } while (0)

enum color { red, green = -1 };
enum flag { off, on };

int main(void) {
  PAIR(char, char);
  PAIR(short, unsigned short);
  PAIR(int, unsigned);
  PAIR(unsigned, long);
  PAIR(unsigned long, long long);
  PAIR(long, long long);
  PAIR(unsigned, unsigned long long);
  PAIR(_Bool, _Bool);
  PAIR(float, long);
  PAIR(float, double);
  PAIR(enum color, enum color);
  PAIR(enum flag, enum flag);
  char c = 'a';
  short s = 1;
  _Bool b = 1;
  unsigned char uc = 200;
  printf("%s %s %s %s\n", T(+c), T(-s), T(~b), T(!uc));
  printf("%s %s %s\n", T(c << 1), T(s << 1L), T(1L << s));
  printf("%s %s\n", T(b ? c : s), T(1 ? 1u : 1L));
  printf("%s %s\n", T(c), T((c, s)));
  printf("%s %s %s\n", T(c = 1), T(c++), T(uc += 1.0));
  struct {
    unsigned u3 : 3, u32 : 32;
    int i5 : 5;
    unsigned long w20 : 20;
  } f = {7, 1, -1, 5};
  printf("%s %s %s\n", T(f.u3 + 0), T(f.u32 + 0), T(f.i5 + 0));
  printf("%d %d\n", f.u3 - 8 < 0, f.u32 - 8 < 0);
  printf("%d\n", uc + uc);
  printf("%d\n", -1 < 1u);
  printf("%d\n", -1L < 1u);
  printf("%d\n", (short)-1 < (unsigned short)1);
  printf("%d\n", -1 == 0xffffffff);
  printf("%d\n", -1L == 0xffffffff);
  printf("%d %d %d\n", (signed char)200, (unsigned char)-1, (char)300);
  printf("%d %d\n", (short)40000, (unsigned short)70000);
  printf("%d %u\n", (int)3000000000u, (unsigned)-5);
  printf("%d %d\n", (int)0x123456789abcdef0, (short)0x123456789abcdef0);
  printf("%lu %ld\n", (unsigned long)-1, (long)(unsigned)-1);
  printf("%lu %lu\n", (unsigned long)(signed char)-2, (unsigned long)(unsigned char)-2);
  printf("%d %d %d %d\n", (bool)2, (bool)0.1, (bool)"", (bool)(void *)0);
  bool t = 256;
  t += 5;
  printf("%d\n", t);
  t--;
  printf("%d ", t);
  t--;
  printf("%d\n", t);
  unsigned char wrap = 255;
  wrap++;
  signed char low = -128;
  low--;
  printf("%d %d\n", wrap, low);
  unsigned long diff = 3u - 5;
  printf("%lu\n", diff);
  printf("%d\n", (unsigned char)~0x0f >> 4);
  printf("%d\n", (unsigned char)~0x0f == ~0x0f);
  return 0;
}
