/* Where every program begins and how it ends: C11 5.1.2.2, 7.22.4; on_exit(3). */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>
#include <forkyard/stream.h>

#define HANDLERS_AT_FIRST 32

int main();

char **environ;

/* program_invocation_name(3) */
char *program_invocation_name = "";
char *program_invocation_short_name = "";

/* What exit calls, last first: a function of atexit, or one of on_exit. */
struct exit_handler {
  void (*plain)(void);
  void (*with_status)(int status, void *argument);
  void *argument;
};

static struct exit_handler first_handlers[HANDLERS_AT_FIRST];
static struct exit_handler *handlers = first_handlers;
static int handler_count, handler_room = HANDLERS_AT_FIRST;

static void name_program(char *name) {
  program_invocation_name = program_invocation_short_name = name;
  for (char *at = name; *at; at++)
    if (*at == '/') program_invocation_short_name = at + 1;
}

void _start(int argc, char **argv, char **envp) {
  environ = envp;
  if (argc > 0) name_program(argv[0]);
  exit(main(argc, argv, envp));
}

static int add(struct exit_handler handler) {
  if (handler_count == handler_room) {
    struct exit_handler *more = malloc(2 * (size_t)handler_room * sizeof *more);
    if (!more) return -1;
    for (int i = 0; i < handler_count; i++) more[i] = handlers[i];
    if (handlers != first_handlers) free(handlers);
    handlers = more;
    handler_room *= 2;
  }
  handlers[handler_count++] = handler;
  return 0;
}

int atexit(void (*handler)(void)) {
  struct exit_handler added = {.plain = handler};
  return add(added);
}

int on_exit(void (*handler)(int status, void *argument), void *argument) {
  struct exit_handler added = {.with_status = handler, .argument = argument};
  return add(added);
}

_Noreturn void exit(int status) {
  while (handler_count > 0) {
    struct exit_handler next = handlers[--handler_count];
    if (next.plain) next.plain();
    else next.with_status(status, next.argument);
  }
  __stream_flush_all();
  _exit(status);
}

_Noreturn void _exit(int status) {
  for (;;) __syscall(SYS_exit_group, status);
}

_Noreturn void _Exit(int status) {
  _exit(status);
}
