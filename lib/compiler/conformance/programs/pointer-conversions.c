/* C11 6.3.2: arrays and functions decay, null pointers, void pointers, pointers as integers. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

static int twice(int x) {
  return 2 * x;
}
static int apply(int f(int), int x) {
  return f(x);
}
static size_t size_of_parameter(int a[100]) {
  return sizeof a;
}

int main(void) {
  int a[4] = {1, 2, 3, 4};
  int *p = a;
  int(*whole)[4] = &a;
  printf("%zu %zu %zu\n", sizeof a, sizeof p, sizeof *whole);
  printf("%d %d\n", (void *)p == (void *)whole, (char *)(whole + 1) - (char *)whole == sizeof a);
  printf("%zu\n", size_of_parameter(a));
  printf("%d %d %d\n", *a, *(a + 1), (*whole)[2]);
  printf("%d %d %d %d\n", apply(twice, 1), apply(&twice, 2), apply(*twice, 3), apply(****twice, 4));
  printf("%d %d\n", (&twice)(5), (*twice)(6));
  void *v = p;
  int *back = v;
  printf("%d\n", back == a);
  unsigned char *bytes = v;
  printf("%d\n", bytes[0]);
  uintptr_t n = (uintptr_t)p;
  printf("%d\n", (int *)(n + sizeof(int)) == p + 1);
  printf("%d %d %d\n", p == NULL, NULL == (void *)0, !p);
  int *null = 0;
  printf("%d %d %d %ld\n", null == 0, !null, null == NULL, (long)null);
  int (*f)(int) = 0;
  printf("%d %d\n", f == NULL, f ? 1 : 0);
  f = twice;
  printf("%d %d\n", f == &twice, f && 1);
  void *any = (void *)f;
  printf("%d\n", ((int (*)(int))any)(21));
  const int *c = p;
  int *unconst = (int *)c;
  *unconst = 9;
  printf("%d\n", a[0]);
  char *s = "text";
  char **ps = &s;
  printf("%c %s\n", **ps, *ps + 1);
  printf("%td %td\n", &a[3] - &a[1], &a[1] - &a[3]);
  printf("%d %d %d\n", &a[0] < &a[1], &a[4] > &a[3], &a[2] >= &a[2]);
  long diff = (char *)&a[2] - (char *)&a[0];
  printf("%ld\n", diff);
  int m[2][3] = {{1, 2, 3}, {4, 5, 6}};
  int(*row)[3] = m;
  printf("%d %d %d\n", row[1][2], *row[1], (*(row + 1))[1]);
  int *flat = &m[0][0];
  printf("%d\n", flat[2]);
  printf("%s\n", (1 ? "yes" : NULL));
  printf("%s\n", _Generic(1 ? p : (void *)p, void *: "void *", int *: "int *"));
  printf("%s\n", _Generic(1 ? p : (void *)0, void *: "void *", int *: "int *"));
  printf("%s\n", _Generic(1 ? c : p, const int *: "const int *", int *: "int *"));
  void *step = a;
  step += 4;
  step++;
  step -= 1;
  printf("%d %zu\n", *(int *)step, sizeof(void));
  return 0;
}
