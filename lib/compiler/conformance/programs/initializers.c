#include <stdio.h>
struct inner { int a, b[2]; };
struct outer { struct inner i[2]; char s[4]; double d; };
static struct outer o = {{{1, {2, 3}}, {4, {5}}}, "ab", .d = 2.5};
static struct outer flat = {1, 2, 3, 4, 5, 6, 'x', 'y'};
static int *pointers[] = {&o.i[1].a, o.i[0].b + 1};
static int sparse[] = {[3] = 3, [1] = 1, 2, [0 ... 0] = 9};
int main(void) {
  int n = 6;
  struct outer local = {.i[1].b = {n, n + 1}, .s = {'q'}, .i[0].a = n * 2};
  printf("%d %d %d %s %.1f\n", o.i[0].b[1], o.i[1].b[0], o.i[1].b[1], o.s, o.d);
  printf("%d %d %c\n", flat.i[1].a, flat.i[1].b[1], flat.s[1]);
  printf("%d %d\n", *pointers[0], *pointers[1]);
  printf("%zu %d %d %d %d\n", sizeof sparse / sizeof(int), sparse[0], sparse[1], sparse[2], sparse[3]);
  printf("%d %d %d %d %s %.1f\n", local.i[1].b[0], local.i[1].b[1], local.i[0].a, local.i[0].b[0], local.s, local.d);
  struct inner *p = &(struct inner){7, {8, 9}};
  int *a = (int[]){10, 20, 30};
  printf("%d %d\n", p->b[1], a[2]);
  char text[8] = "abc", exact[3] = "xyz";
  printf("%d %c\n", text[7], exact[2]);
  struct { union { int i; float f; } u; int k; } z = {{3}, 4};
  printf("%d %d\n", z.u.i, z.k);
  return 0;
}
