/* C11 6.2.2, 6.9.2, 6.7.1: linkage, tentative definitions, static locals, extern in blocks, inline, register. */
#include <stdio.h>

int tentative;
int tentative;
extern int tentative;
int tentative = 4;
static int hidden;
static int hidden = 5;
extern int later;
int array[];
int array[3];
static int counter(void);
extern int shared;
int shared = 8;
static int twice(int x);
struct incomplete;
static struct incomplete *pointer;
extern struct incomplete object;
struct incomplete {
  int x;
};
struct incomplete object = {12};

static inline int square(int x) {
  return x * x;
}
extern inline int cube(int x);
inline int cube(int x) {
  return x * x * x;
}
inline int fourth(int x);
extern int fourth(int x);
inline int fourth(int x) {
  return square(x) * square(x);
}

static int counter(void) {
  static int n = 10;
  static int calls;
  calls++;
  return n += calls;
}
static int other(void) {
  static int n;
  return ++n;
}
static int *keep(void) {
  static int kept[2] = {1, 2};
  return kept;
}
static int shadow(int x) {
  int y = x;
  {
    int x = y + 1;
    {
      int x = y + 100;
      y = x;
    }
    y += x;
  }
  return y + x;
}
static int uses_extern(void) {
  int shared = 1;
  {
    extern int shared;
    shared++;
  }
  return shared;
}
static int recursive(int n) {
  static int depth;
  int mine = ++depth;
  if (n > 0) recursive(n - 1);
  return mine + depth;
}
static int name = 1;
static int read_name(void) {
  return name;
}

int main(void) {
  printf("%d %d %d\n", tentative, hidden, later);
  array[2] = 6;
  printf("%d %zu\n", array[0] + array[2], sizeof array);
  printf("%d ", counter());
  printf("%d ", counter());
  printf("%d\n", counter());
  printf("%d ", other());
  printf("%d\n", other());
  keep()[1]++;
  printf("%d\n", keep()[1]);
  printf("%d\n", shadow(1));
  printf("%d ", uses_extern());
  printf("%d\n", shared);
  printf("%d\n", recursive(3));
  printf("%d %d %d\n", square(3), cube(3), fourth(2));
  int name = 2;
  printf("%d %d\n", name, read_name());
  pointer = &object;
  printf("%d\n", pointer->x);
  register int r = 3;
  for (register int i = 0; i < 3; i++) r += i;
  printf("%d\n", r);
  auto int a = 1;
  printf("%d %d\n", a, twice(4));
  int x = 5;
  if (x > 3) {
    int x = 1;
    x++;
    printf("%d ", x);
  }
  printf("%d\n", x);
  for (int x = 0; x < 1; x++) {
    int x = 7;
    printf("%d\n", x);
  }
  struct point { int x, y; } p = {1, 2};
  {
    struct point { char c; } q = {'q'};
    printf("%zu %c\n", sizeof(struct point), q.c);
  }
  printf("%zu %d\n", sizeof(struct point), p.y);
  enum { x1 = 1 };
  {
    enum { x1 = 2 };
    printf("%d ", x1);
  }
  printf("%d\n", x1);
  label: {
    int label = 3;
    printf("%d\n", label);
    if (0) goto label;
  }
  return 0;
}
int later = 7;
static int twice(int x) {
  return 2 * x;
}
