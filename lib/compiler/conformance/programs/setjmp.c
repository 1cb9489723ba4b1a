/* setjmp and longjmp: values, nesting, locals keep what they had. */
#include <setjmp.h>
#include <stdio.h>

static jmp_buf outer, inner;

static void deep(int n) {
  if (n == 0) longjmp(outer, 7);
  deep(n - 1);
}

static int attempt(int n) {
  char guard[16] = "guard";
  int r = setjmp(inner);
  if (r == 0) {
    if (n % 2) longjmp(inner, n);
    printf("%s even %d\n", guard, n);
    return 0;
  }
  printf("%s caught %d\n", guard, r);
  return r;
}

int main(void) {
  volatile int tries = 0;
  int r = setjmp(outer);
  tries++;
  printf("%d %d\n", r, tries);
  if (tries < 3) deep(tries * 5);
  for (int i = 0; i < 4; i++) printf("%d\n", attempt(i));
  switch (setjmp(outer)) {
  case 0: longjmp(outer, 0);
  case 1: printf("one\n"); break;
  default: printf("?\n");
  }
  return 0;
}
