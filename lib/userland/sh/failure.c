/* Errors: how they are told, and how they end what the shell is doing. */
#include "shell.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct escape *escape;
const char *running_builtin;

static void complain_with(const char *format, va_list arguments) {
  fflush(stdout);
  /* In one write: others may be telling something, too. */
  char message[1024];
  size_t n = (size_t)snprintf(message, 200, "%.100s: %d: ", shell_name, current_line);
  if (running_builtin) n += (size_t)snprintf(message + n, 100, "%.80s: ", running_builtin);
  size_t room = sizeof message - n - 1;
  int written = vsnprintf(message + n, room, format, arguments);
  n += written < 0 ? 0 : (size_t)written < room ? (size_t)written : room - 1;
  message[n++] = '\n';
  write(2, message, n);
}

void complain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  complain_with(format, arguments);
  va_end(arguments);
}

void fail(int status, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  complain_with(format, arguments);
  va_end(arguments);
  abandon(status);
}

/* Back to the prompt of an interactive shell; any other ends. */
void abandon(int status) {
  last_status = status;
  if (!escape) leave(status);
  longjmp(escape->place, 1);
}

void leave(int status) {
  escape = NULL;
  status = run_exit_trap(status);
  fflush(stdout);
  fflush(stderr);
  _exit(status & 255);
}

int bad_usage(const char *message) {
  complain("Illegal option %s", message);
  return 2;
}
