/* GNU C: labels as values, computed goto, tables of labels, local labels in statement expressions. */
#include <stdio.h>

enum { PUSH, ADD, MUL, DUP, PRINT, HALT };

static int run(const int *code) {
  static const void *const table[] = {&&push, &&add, &&mul, &&dup, &&print, &&halt};
  int stack[16], *sp = stack, steps = 0;
#define NEXT        \
  do {              \
    steps++;        \
    goto *table[*code++]; \
  } while (0)
  NEXT;
push:
  *sp++ = *code++;
  NEXT;
add:
  sp--;
  sp[-1] += *sp;
  NEXT;
mul:
  sp--;
  sp[-1] *= *sp;
  NEXT;
dup:
  *sp = sp[-1];
  sp++;
  NEXT;
print:
  printf("%d\n", *--sp);
  NEXT;
halt:
  return steps;
}

static int states(const char *text) {
  void *state = &&start;
  int words = 0;
  for (; *text; text++) {
    goto *state;
  start:
    if (*text != ' ') {
      words++;
      state = &&inside;
    }
    continue;
  inside:
    if (*text == ' ') state = &&start;
  }
  return words;
}

#define FIND(a, n, what)                   \
  ({                                       \
    __label__ found;                       \
    int at = 0;                            \
    for (; at < (n); at++)                 \
      if ((a)[at] == (what)) goto found;   \
    at = -1;                               \
  found:                                   \
    at;                                    \
  })

static void *where(int i) {
  if (i) return &&there;
there:
  return 0;
}

int main(void) {
  int program[] = {PUSH, 3, PUSH, 4, ADD, DUP, MUL, PRINT, HALT};
  printf("%d\n", run(program));
  printf("%d\n", states("  labels as  values "));
  int a[] = {5, 6, 7};
  printf("%d %d\n", FIND(a, 3, 7), FIND(a, 3, 8));
  static const int offsets[] = {&&one - &&one, &&two - &&one};
  int round = 0;
  goto *(&&one + offsets[1]);
one:
  printf("one\n");
  goto end;
two:
  printf("two\n");
  if (round++ == 0) goto *(&&one + offsets[0]);
end:
  printf("%d\n", where(1) != 0);
  void *p = &&last;
  if (p == &&last) goto *p;
  printf("skipped\n");
last:
  return 0;
}
