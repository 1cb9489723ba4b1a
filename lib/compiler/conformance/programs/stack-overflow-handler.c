/* A handler on an alternate stack runs when the stack has overflowed. */
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static sigjmp_buf back;

static void on_overflow(int signal, siginfo_t *info, void *context) {
  (void)context;
  char text[100];
  int n = snprintf(text, sizeof text, "handler: %s %d\n", signal == SIGSEGV ? "SIGSEGV" : "?",
                   info->si_addr != NULL);
  write(1, text, n);
  siglongjmp(back, 1);
}

static int recurse(int n) {
  volatile char space[4096];
  space[n % 4096] = 1;
  return recurse(n + 1) + space[0];
}

int main(void) {
  stack_t stack, old;
  memset(&stack, 0, sizeof stack);
  sigaltstack(NULL, &old);
  printf("at first: %d\n", (old.ss_flags & SS_DISABLE) != 0);
  fflush(stdout);
  stack.ss_size = 65536;
  stack.ss_sp = malloc(stack.ss_size);
  printf("set %d\n", sigaltstack(&stack, NULL));
  sigaltstack(NULL, &old);
  printf("kept %d %d %d\n", old.ss_sp == stack.ss_sp, old.ss_size == stack.ss_size, old.ss_flags);
  fflush(stdout);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_overflow;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigaction(SIGSEGV, &action, NULL);
  for (volatile int k = 0; k < 2; k++) {
    if (sigsetjmp(back, 1) == 0) recurse(0);
    else printf("survived\n");
    fflush(stdout);
  }
  stack.ss_flags = SS_DISABLE;
  printf("off %d\n", sigaltstack(&stack, NULL));
  return 0;
}
