/* C11 6.9.1: definitions with identifier lists, implicit int, calls without a prototype. */
#include <stdio.h>

int add(a, b)
int a, b;
{
  return a + b;
}
double scale(x, factor, name)
float x;
short factor;
char *name;
{
  printf("%s %d\n", name, (int)sizeof x);
  return x * factor;
}
char first(s) char *s;
{
  return s[0];
}
static int reorder(a, b, c)
char c;
long b;
{
  return a + (int)b + c;
}
implicit() {
  return 5;
}
static int old(x) {
  return x + 1;
}
int matrix(m, n)
int m[][2];
int n;
{
  return m[n][1];
}
int call(f, x)
int (*f)();
int x;
{
  return f(x, 1);
}
main() {
  printf("%d\n", add(1, 2));
  printf("%g\n", scale(2.5f, 3, "scale"));
  printf("%c\n", first("hello"));
  printf("%d\n", reorder(1, 2L, 'a'));
  printf("%d %d\n", implicit(), old(8));
  int m[2][2] = {{1, 2}, {3, 4}};
  printf("%d\n", matrix(m, 1));
  printf("%d\n", call(add, 41));
  char c = 200;
  short s = -1;
  float f = 1.5f;
  int (*unspecified)() = add;
  printf("%d\n", unspecified(c, s));
  printf("%g\n", scale(f, s, "promoted"));
  return 0;
}
