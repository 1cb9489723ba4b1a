#include "complain.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *program_name = "";
int failures;

void begin_program(char **argv) {
  const char *slash = strrchr(argv[0], '/');
  program_name = slash ? slash + 1 : argv[0];
}

static void tell(const char *format, va_list arguments, int error) {
  fflush(stdout);
  /* In one write: others may be telling something, too. */
  char message[1024];
  vsnprintf(message, sizeof message, format, arguments);
  if (error) dprintf(2, "%s: %s: %s\n", program_name, message, strerror(error));
  else dprintf(2, "%s: %s\n", program_name, message);
  failures++;
}

void complain(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  tell(format, arguments, 0);
  va_end(arguments);
}

void complain_errno(const char *format, ...) {
  int error = errno;
  va_list arguments;
  va_start(arguments, format);
  tell(format, arguments, error);
  va_end(arguments);
}

static void hint(void) {
  fprintf(stderr, "Try '%s --help' for more information.\n", program_name);
}

void give_up(int status, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  tell(format, arguments, 0);
  va_end(arguments);
  exit(status);
}

void bad_option(int status) {
  hint();
  exit(status);
}

void missing_operand(int argc, char **argv, int first) {
  if (first < argc) complain("missing destination file operand after '%s'", argv[first]);
  else complain("missing operand");
  hint();
  exit(1);
}

void *more_memory(void *block, unsigned long n) {
  void *larger = realloc(block, n ? n : 1);
  if (!larger) give_up(1, "memory exhausted");
  return larger;
}

int finish_output(void) {
  if (fflush(stdout) != 0 || ferror(stdout)) complain_errno("write error");
  return failures > 0;
}
