#include <stdio.h>
#include <stdarg.h>
#include <string.h>
#include <stdlib.h>
static void minprintf(const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  for (const char *p = fmt; *p; p++) {
    if (*p != '%') {
      putchar(*p);
      continue;
    }
    switch (*++p) {
      case 'd': printf("%d", va_arg(ap, int));
      break;
      case 'f': printf("%f", va_arg(ap, double));
      break;
      case 's': for (char *s = va_arg(ap, char *); *s; s++) putchar(*s);
      break;
      case 'c': putchar(va_arg(ap, int));
      break;
      case 'L': printf("%lld", va_arg(ap, long long));
      break;
      default: putchar(*p);
    }
  }
  va_end(ap);
}

static int sum(int n, ...) {
  va_list ap, again;
  va_start(ap, n);
  va_copy(again, ap);
  int s = 0;
  for (int i = 0; i < n; i++) s += va_arg(ap, int);
  for (int i = 0; i < n; i++) s *= va_arg(again, int) ? 1 : 0;
  va_end(again);
  va_end(ap);
  return s;
}

static char *concat(const char *first, ...) {
  va_list ap;
  size_t len = strlen(first);
  va_start(ap, first);
  const char *s;
  while ((s = va_arg(ap, char *))) len += strlen(s);
  va_end(ap);
  char *r = malloc(len + 1);
  strcpy(r, first);
  va_start(ap, first);
  while ((s = va_arg(ap, char *))) strcat(r, s);
  va_end(ap);
  return r;
}

static int logf_(char *out, size_t n, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  int k = vsnprintf(out, n, fmt, ap);
  va_end(ap);
  return k;
}

struct big {
  long a[4];
};
static long take(int n, ...) {
  va_list ap;
  va_start(ap, n);
  struct big b = va_arg(ap, struct big);
  double d = va_arg(ap, double);
  va_end(ap);
  return b.a[0] + b.a[3] + (long)d;
}

int main(void) {
  minprintf("%d + %d = %f, %s%c %L%%\n", 1, 2, 3.0, "text", '!', 1234567890123LL);
  printf("%d %d\n", sum(5, 1, 2, 3, 4, 5), sum(0));
  char *c = concat("a", "bc", "def", (char *)NULL);
  puts(c);
  free(c);
  char b[10];
  printf("%d %s\n", logf_(b, sizeof b, "%s-%05d-%x", "long", 42, 255), b);
  struct big g = {{1, 2, 3, 4}};
  printf("%ld\n", take(1, g, 10.9));
  return 0;
}
