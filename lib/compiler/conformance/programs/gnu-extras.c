/* GNU's common extras: statement expressions, typeof, elvis, ranges, zero-length arrays, attributes. */
#include <stdio.h>
#include <stdlib.h>

#define MAX(a, b)       \
  ({                    \
    __typeof__(a) x = a; \
    __typeof__(b) y = b; \
    x > y ? x : y;      \
  })

struct message {
  int length;
  char text[];
};

static int calls;
static int once(void) {
  return ++calls;
}

static int unused(int x) __attribute__((unused));
static int unused(int x) {
  return x;
}

static int __attribute__((noinline)) plus(int a, int b) {
  return a + b;
}

int main(void) {
  printf("%d %g\n", MAX(3, 7), MAX(2.5, 1.5));
  printf("%d %d\n", once() ?: 5, 0 ?: 6);
  printf("%d\n", calls);
  struct message *m = malloc(sizeof *m + 6);
  m->length = 5;
  for (int i = 0; i < 5; i++) m->text[i] = (char)('v' + i);
  m->text[5] = 0;
  printf("%s %zu\n", m->text, sizeof *m);
  free(m);
  int r = ({
    int t = 0;
    for (int i = 0; i < 5; i++) t += i;
    t;
  });
  printf("%d\n", r);
  typeof(r) s = r + 1;
  printf("%d %d\n", s, plus(s, 1));
  int nested = ({ int a = 1; ({ int b = a + 1; b * 2; }) + a; });
  printf("%d\n", nested);
  printf("%d\n", __builtin_expect(r == 10, 1));
  return 0;
}
