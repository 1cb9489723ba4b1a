#include <stdio.h>
static int counter(void) { static int n = 10; return n++; }
static const int table[] = {2, 3, 5, 7};
int shared = 4;
extern int shared;
static int *where = &shared;
static const char *const words[] = {"alpha", "beta"};
static struct { int a; const char *b; int *c; double d[2]; } record = {1, "two", &shared, {0.5, 1.5}};
int tentative;
int tentative;
static char text[] = "changeable";
static int later(void);
int main(void) {
  counter(); counter();
  printf("%d %d %d\n", counter(), table[3], *where);
  text[0] = 'C';
  printf("%s %s %s %d %.1f %d\n", text, words[1], record.b, *record.c, record.d[1], tentative);
  { extern int shared; shared++; }
  { static int shared = 100; shared++; printf("%d\n", shared); }
  printf("%d %d\n", shared, later());
  return 0;
}
static int later(void) { return shared * 2; }
