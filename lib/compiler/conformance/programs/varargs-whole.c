/* Variadic functions: all argument types, copies, passing the list on. */
#include <stdarg.h>
#include <stdio.h>

struct pair {
  int a, b;
};

static int sum(int n, ...) {
  va_list list;
  va_start(list, n);
  int s = 0;
  while (n-- > 0) s += va_arg(list, int);
  va_end(list);
  return s;
}

static void show(const char *types, ...) {
  va_list list, copy;
  va_start(list, types);
  va_copy(copy, list);
  for (const char *t = types; *t; t++) {
    switch (*t) {
    case 'i': printf("%d ", va_arg(list, int)); break;
    case 'l': printf("%ld ", va_arg(list, long)); break;
    case 'd': printf("%g ", va_arg(list, double)); break;
    case 's': printf("%s ", va_arg(list, char *)); break;
    case 'p': {
      struct pair p = va_arg(list, struct pair);
      printf("%d/%d ", p.a, p.b);
      break;
    }
    }
  }
  if (types[0] == 'i') printf("again %d", va_arg(copy, int));
  printf("\n");
  va_end(copy);
  va_end(list);
}

static int format(char *to, size_t n, const char *text, ...) {
  va_list list;
  va_start(list, text);
  int length = vsnprintf(to, n, text, list);
  va_end(list);
  return length;
}

static int deep(va_list *list) {
  return va_arg(*list, int);
}

static int pairs(int n, ...) {
  va_list list;
  va_start(list, n);
  int s = 0;
  for (int i = 0; i < n; i++) s = s * 10 + deep(&list);
  s += va_arg(list, int);
  va_end(list);
  return s;
}

int main(void) {
  printf("%d %d %d\n", sum(0), sum(3, 1, 2, 3), sum(12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
  char c = 'c';
  short h = -7;
  float f = 2.5f;
  show("iildsii", c, h, 1L << 40, f, "text", 'x', (unsigned char)200);
  show("dddddddddd", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.5);
  show("psp", (struct pair){1, 2}, "between", (struct pair){3, 4});
  char text[20];
  int n = format(text, sizeof text, "%05d|%-6s|%x", 42, "ab", 255);
  printf("%d %s\n", n, text);
  n = format(text, 8, "%s", "a long string");
  printf("%d %s\n", n, text);
  printf("%d\n", pairs(3, 1, 2, 3, 100));
  return 0;
}
