/* Enumerations: values, arithmetic, in switch and as array index. */
#include <stdio.h>

enum color { RED, GREEN = 5, BLUE, ALIAS = GREEN, LAST = BLUE + 10 };
enum negative { MINUS = -3, ZERO = 0 };
typedef enum { OFF, ON } state;

static const char *names[] = {[RED] = "red", [GREEN] = "green", [BLUE] = "blue"};

static state flip(state s) {
  return s == ON ? OFF : ON;
}

int main(void) {
  enum color c = GREEN;
  printf("%d %d %d %d %d\n", RED, c, BLUE, ALIAS, LAST);
  c++;
  printf("%s %s\n", names[c], names[RED]);
  enum negative n = MINUS;
  printf("%d %d\n", n, n < ZERO);
  state s = OFF;
  for (int i = 0; i < 3; i++) s = flip(s);
  printf("%d %zu\n", s, sizeof(enum color));
  switch (c) {
  case RED: printf("r\n"); break;
  case BLUE: printf("b\n"); break;
  default: printf("?\n");
  }
  enum { LOCAL = sizeof(int) * 2 };
  int v[LOCAL];
  printf("%zu %d\n", sizeof v, RED - 1 < 0);
  enum color *p = &c;
  *p = LAST;
  printf("%d\n", c);
  return LAST;
}
