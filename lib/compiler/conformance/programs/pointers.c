#include <stdio.h>
#include <stddef.h>
static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }
int main(void) {
  int a[5] = {1, 2, 3, 4, 5};
  int *p = a, *q = &a[4];
  printf("%td %d %d %d\n", q - p, *p++, *p, *(p + 2));
  *p += 10; p[1]++; (*q)--; ++*q;
  for (int i = 0; i < 5; i++) printf("%d ", i[a]);
  printf("\n");
  int **pp = &p;
  **pp = 7; *pp = q;
  printf("%d %d\n", a[1], *p);
  swap(&a[0], &a[4]);
  printf("%d %d\n", a[0], a[4]);
  char *s = "hello" + 1;
  printf("%s %c %c\n", s, *s, s[3]);
  void *v = a;
  printf("%d %d\n", ((int *)v)[2], p > a);
  char bytes[8] = {0};
  *(int *)(bytes + 4) = 0x01020304;
  printf("%d %d\n", bytes[4], bytes[7]);
  const char *names[] = {"x", "yy", "zzz", NULL};
  for (const char **n = names; *n; n++) printf("%s,", *n);
  printf("%d\n", NULL == (void *)0);
  long d = (char *)&a[3] - (char *)&a[1];
  printf("%ld %d\n", d, *(int *)((char *)a + d));
  return 0;
}
