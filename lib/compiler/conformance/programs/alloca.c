/* alloca, and calls with many arguments while the stack has moved. */
#include <alloca.h>
#include <stdio.h>
#include <string.h>

struct pair {
  long a, b;
};

static struct pair both(struct pair p, int k) {
  p.a += k;
  p.b *= k;
  return p;
}

static int build(int n) {
  int *v = alloca(n * sizeof *v);
  for (int i = 0; i < n; i++) v[i] = i;
  char *text = alloca(64);
  sprintf(text, "%d-%d-%d-%s-%ld-%g", v[0], v[1], v[n - 1], "text", 1L << 35, 2.5);
  puts(text);
  struct pair p = both((struct pair){n, n}, 3);
  printf("%ld %ld %d\n", p.a, p.b, (int)strlen(text));
  int s = 0;
  for (int i = 0; i < n; i++) s += v[i];
  return s;
}

int main(void) {
  printf("%d %d\n", build(10), build(100));
  return 0;
}
