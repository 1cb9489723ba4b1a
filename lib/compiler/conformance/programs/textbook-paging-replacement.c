#include <stdio.h>
#include <string.h>
static const int refs[] = {7, 0, 1, 2, 0, 3, 0, 4, 2, 3, 0, 3, 2, 1, 2, 0, 1, 7, 0, 1};
enum { R = sizeof refs / sizeof *refs };
typedef int (*policy)(int t, const int *f, const int *loaded, const int *used, int n);
static int fifo(int t, const int *f, const int *l, const int *u, int n) {
  int b = 0;
  for (int i = 1; i < n; i++) if (l[i] < l[b]) b = i;
  return b;
}

static int lru(int t, const int *f, const int *l, const int *u, int n) {
  return fifo(t, f, u, l, n);
}

static int opt(int t, const int *f, const int *l, const int *u, int n) {
  int b = 0, far = -1;
  for (int i = 0; i < n; i++) {
    int k = t + 1;
    while (k < R && refs[k] != f[i]) k++;
    if (k > far) {
      far = k;
      b = i;
    }
  }
  return b;
}

static int run(policy p, int n) {
  int f[8], l[8], u[8], k = 0, faults = 0;
  for (int t = 0; t < R; t++) {
    int i;
    for (i = 0; i < k; i++) if (f[i] == refs[t]) break;
    if (i == k) {
      faults++;
      if (k < n) i = k++;
      else i = p(t, f, l, u, n);
      f[i] = refs[t];
      l[i] = t;
    }
    u[i] = t;
  }
  return faults;
}

int main(void) {
  struct {
    const char *n;
    policy p;
  } a[] = {{"FIFO", fifo}, {"LRU", lru}, {"OPT", opt}};
  for (int i = 0; i < 3; i++) {
    printf("%-5s", a[i].n);
    for (int n = 1; n <= 6; n++) printf("%4d", run(a[i].p, n));
    printf("\n");
  }
  unsigned addr = 19986;
  printf("page %u offset %u\n", addr >> 12, addr & 0xfff);
  return 0;
}
