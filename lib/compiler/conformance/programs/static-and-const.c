/* Static locals, static functions, const objects, shadowing, extern. */
#include <stdio.h>

static int counter = 10;
int shared;
extern int later;
const int limit = 3;
static const double table[] = {0.5, 1.5, 2.5};
static int *pointer = &counter;
static const char *const words[] = {"zero", "one", "two"};
char text[] = "changeable";
static struct {
  int a;
  const char *name;
  int *p;
} record = {7, "record", &shared};

static int next(void) {
  static int calls = 100;
  static char letter = 'a';
  letter++;
  return ++calls + letter;
}

static int other(void) {
  static int calls;
  return ++calls;
}

static int nested(int n) {
  static int depth;
  depth++;
  int r = n == 0 ? depth : nested(n - 1);
  return r;
}

int main(void) {
  printf("%d %d %d\n", next(), next(), next());
  printf("%d %d\n", other(), other());
  int counter = 1;
  {
    int counter = 2;
    printf("%d ", counter);
  }
  printf("%d %d\n", counter, *pointer);
  *pointer += 5;
  printf("%d %d %d\n", *pointer, shared, later);
  shared = limit;
  *record.p += 1;
  printf("%d %g %s %s %d\n", shared, table[1], words[2], record.name, record.a);
  text[0] = 'C';
  printf("%s %zu\n", text, sizeof text);
  printf("%d\n", nested(5) + nested(2));
  static int once = 5;
  once++;
  printf("%d\n", once);
  return shared;
}

int later = 55;
