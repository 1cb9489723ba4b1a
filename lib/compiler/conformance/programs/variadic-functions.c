/* C11 7.16: variable arguments of every kind, va_copy, va_list passed on, records, many arguments. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct pair { int x, y; };
struct large { long a[5]; };
struct one { char c; };

static double total(const char *kinds, ...) {
  va_list ap;
  va_start(ap, kinds);
  double sum = 0;
  for (; *kinds; kinds++) {
    switch (*kinds) {
      case 'i': sum += va_arg(ap, int); break;
      case 'u': sum += va_arg(ap, unsigned); break;
      case 'l': sum += va_arg(ap, long); break;
      case 'd': sum += va_arg(ap, double); break;
      case 's': sum += strlen(va_arg(ap, char *)); break;
      case 'p': { struct pair p = va_arg(ap, struct pair); sum += p.x * p.y; break; }
      case 'L': sum += va_arg(ap, struct large).a[4]; break;
      case 'c': sum += va_arg(ap, struct one).c; break;
      case 'f': sum += va_arg(ap, double (*)(double))(2); break;
      case '*': *va_arg(ap, int *) = 77; break;
    }
  }
  va_end(ap);
  return sum;
}
static int vsum(int n, va_list ap) {
  int sum = 0;
  while (n-- > 0) sum += va_arg(ap, int);
  return sum;
}
static int twice(int n, ...) {
  va_list a, b;
  va_start(a, n);
  va_copy(b, a);
  int first = vsum(n, a), second = vsum(n, b);
  va_end(a);
  va_end(b);
  return first * 1000 + second;
}
static int through_pointer(va_list *ap) {
  return va_arg(*ap, int);
}
static int steps(int n, ...) {
  va_list ap;
  va_start(ap, n);
  int result = 0;
  while (n--) result = result * 10 + through_pointer(&ap);
  va_end(ap);
  return result;
}
static double half(double x) { return x / 2; }
static void print(const char *format, ...) {
  char buffer[64];
  va_list ap;
  va_start(ap, format);
  int n = vsnprintf(buffer, sizeof buffer, format, ap);
  va_end(ap);
  printf("[%s] %d\n", buffer, n);
}
static int no_fixed_use(int x, ...) { return x; }
static struct pair build(int n, ...) {
  va_list ap;
  va_start(ap, n);
  struct pair p = {va_arg(ap, int), 0};
  p.y = va_arg(ap, int);
  va_end(ap);
  return p;
}

int main(void) {
  char c = 'a';
  short s = -2;
  float f = 1.5f;
  _Bool b = 1;
  unsigned char u = 200;
  printf("%g\n", total("iiiiii", 1, 2, 3, 4, 5, 6));
  printf("%g\n", total("cidsli", (struct one){5}, s, f, "four", 1l << 33, b));
  printf("%g\n", total("iiidd", c, u, b, f, 0.25));
  printf("%g\n", total("pLf", (struct pair){3, 4}, (struct large){{1, 2, 3, 4, 5}}, half));
  printf("%g\n", total("dddddddddd", 1., 2., 3., 4., 5., 6., 7., 8., 9., 10.));
  printf("%g\n", total("iiiiiiiiiid", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, .5));
  printf("%g\n", total("u", 4000000000u));
  int out = 0;
  total("*", &out);
  printf("%d %d %d\n", out, twice(3, 1, 2, 3), steps(4, 1, 2, 3, 4));
  print("%d %s %c %.2f %ld %x", -1, "text", 'c', 3.14159, 1l << 40, 255u);
  printf("%d\n", no_fixed_use(3, 1, "x", 2.0));
  printf("%d\n", build(2, 8, 9).y);
  return total("");
}
