/* Pointers: arithmetic, comparison, pointers to pointers, const, void. */
#include <stdio.h>

static void swap(int *a, int *b) {
  int t = *a;
  *a = *b;
  *b = t;
}

static void set(int **p, int *to) {
  *p = to;
}

int main(void) {
  int x = 1, y = 2;
  swap(&x, &y);
  printf("%d %d\n", x, y);
  int a[5] = {10, 20, 30, 40, 50};
  int *p = a, *q = &a[4];
  printf("%ld %d %d\n", (long)(q - p), p < q, p == a);
  printf("%d %d %d %d\n", *(p + 2), p[3], 2 [a], *(q - 1));
  p += 2;
  printf("%d ", *p);
  p -= 1;
  printf("%d ", *p);
  printf("%d %d\n", *p++, *p);
  int **pp = &p;
  **pp = 99;
  set(pp, &a[0]);
  printf("%d %d\n", *p, a[2]);
  void *v = &x;
  printf("%d\n", *(int *)v);
  char *bytes = (char *)a;
  printf("%d %d\n", bytes[0], *(int *)(bytes + 4));
  const char *s = "hello";
  while (*s) putchar(*s++);
  putchar('\n');
  for (int *r = a + 5; r-- != a;) printf("%d ", *r);
  printf("\n");
  long l[3] = {1, 2, 3};
  long *lp = l;
  unsigned k = 2;
  signed char m = -1;
  printf("%ld %ld %ld\n", lp[k], *(lp + k), (lp + 2)[m]);
  int *null = 0;
  printf("%d %d\n", null == NULL, p != null);
  int(*pa)[5] = &a;
  printf("%d %d %zu\n", (*pa)[1], pa[0][2], sizeof *pa);
  *p += 5;
  (*p)++;
  ++*p;
  printf("%d\n", a[0]);
  return 0;
}
