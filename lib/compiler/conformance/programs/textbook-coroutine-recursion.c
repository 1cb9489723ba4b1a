#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define BUF 5
static int state, a, b;
static int gen(void) {
  switch (state) {
    case 0: for (a = 0; a < 3; a++) for (b = 0; b < 2; b++) {
      state = 1;
      return a * 10 + b;
      case 1:;
    }
    state = 2;
    case 2: return -1;
  }
  return -2;
}

static void copy(char *to, char *from, int n) {
  int k = (n + 3) / 4;
  switch (n % 4) {
    case 0: do {
      *to++ = *from++;
      case 3: *to++ = *from++;
      case 2: *to++ = *from++;
      case 1: *to++ = *from++;
    } while (--k > 0);
  }
}

static void hanoi(int n, char f, char t, char v, int *m) {
  if (n) {
    hanoi(n - 1, f, v, t, m);
    if (++*m <= 3) printf("%c->%c ", f, t);
    hanoi(n - 1, v, t, f, m);
  }
}

static long ack(long m, long n) {
  return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
}

static void perm(char *s, int l, int *n) {
  if (!s[l]) {
    if (++*n <= 6) printf("%s ", s);
    return;
  }
  for (int i = l; s[i]; i++) {
    char t = s[l];
    s[l] = s[i];
    s[i] = t;
    perm(s, l + 1, n);
    t = s[l];
    s[l] = s[i];
    s[i] = t;
  }
}

int main(void) {
  int v;
  while ((v = gen()) >= 0) printf("%d ", v);
  printf("\n");
  char to[20] = {0};
  copy(to, "duff's device", 14);
  puts(to);
  int m = 0;
  hanoi(6, 'A', 'C', 'B', &m);
  printf("%d\n%ld\n", m, ack(2, 5));
  char s[] = "abcd";
  int n = 0;
  perm(s, 0, &n);
  printf("%d\n", n);
  return 0;
}
