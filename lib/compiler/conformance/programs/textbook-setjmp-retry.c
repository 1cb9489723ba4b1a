#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
static sigjmp_buf env;
static jmp_buf top;
static volatile int depth;
static void segv(int s) {
  siglongjmp(env, s);
}

static int recurse(int n) {
  depth = n;
  if (n == 0) longjmp(top, 99);
  return recurse(n - 1) + 1;
}

static int global;
static void f1(int i, int j, int k) {
  printf("in f1: %d %d %d\n", i, j, k);
  longjmp(top, 1);
}

int main(void) {
  struct sigaction sa = {.sa_handler = segv};
  sigemptyset(&sa.sa_mask);
  sigaction(SIGSEGV, &sa, NULL);
  sigaction(SIGFPE, &sa, NULL);
  volatile int tries = 0;
  int s;
  if ((s = sigsetjmp(env, 1))) printf("caught %s\n", strsignal(s));
  tries++;
  if (tries == 1) {
    int *volatile np = NULL;
    *np = 1;
  }
  if (tries == 2) {
    volatile int z = 0;
    printf("%d\n", 10 / z);
  }
  if (tries == 3) raise(SIGSEGV);
  printf("tries %d\n", tries);
  switch (setjmp(top)) {
    case 0: recurse(50);
    break;
    case 99: printf("out of recursion, depth %d\n", depth);
    break;
  }
  volatile int v = 5;
  static int st = 7;
  global = 1;
  if (setjmp(top)) {
    printf("after longjmp: %d %d %d\n", global, v, st);
    return 0;
  }
  global = 95;
  v = 96;
  st = 97;
  f1(global, v, st);
  return 1;
}
