#include <stdarg.h>
#include <stdio.h>
struct pair { long a, b; };
static long sum(int n, ...) { va_list l; va_start(l, n); long s = 0; while (n--) s += va_arg(l, int); va_end(l); return s; }
static void mixed(const char *f, ...) {
  va_list l, copy;
  va_start(l, f);
  va_copy(copy, l);
  for (; *f; f++) switch (*f) {
    case 'i': printf("%d ", va_arg(l, int)); break;
    case 'l': printf("%ld ", va_arg(l, long)); break;
    case 'd': printf("%.2f ", va_arg(l, double)); break;
    case 's': printf("%s ", va_arg(l, char *)); break;
    case 'p': { struct pair p = va_arg(l, struct pair); printf("%ld/%ld ", p.a, p.b); break; }
  }
  printf("again %d\n", va_arg(copy, int));
  va_end(copy); va_end(l);
}
static int forward(char *to, const char *f, ...) { va_list l; va_start(l, f); int n = vsprintf(to, f, l); va_end(l); return n; }
int main(void) {
  char c = 'x'; float f = 1.5f; short s = -3; char buf[50];
  printf("%ld %ld\n", sum(3, 1, 2, 3), sum(8, 1, 1, 1, 1, 1, 1, 1, -8));
  mixed("ildspidds", 1, 2L, 3.5, "four", (struct pair){5, 6}, 7, f, 9.25, "end");
  mixed("ii", c, s);
  printf("%d %s\n", forward(buf, "%d-%s-%g", 12, "ab", f), buf);
  return 0;
}
