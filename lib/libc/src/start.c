/* Where every program begins and how it ends: C11 5.1.2.2, 7.22.4. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

#define HANDLERS_MAX 32

int main();

char **environ;

static void (*exit_handlers[HANDLERS_MAX])(void);
static int exit_handler_count;

void _start(int argc, char **argv, char **envp) {
  environ = envp;
  exit(main(argc, argv, envp));
}

int atexit(void (*handler)(void)) {
  if (exit_handler_count == HANDLERS_MAX) return -1;
  exit_handlers[exit_handler_count++] = handler;
  return 0;
}

_Noreturn void exit(int status) {
  while (exit_handler_count > 0) exit_handlers[--exit_handler_count]();
  fflush(NULL);
  _exit(status);
}

_Noreturn void _exit(int status) {
  for (;;) __syscall(SYS_exit_group, status);
}

_Noreturn void _Exit(int status) {
  _exit(status);
}
