/* error(3). */
#include <error.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>


unsigned int error_message_count;
int error_one_per_line;
void (*error_print_progname)(void);

static void finish(int status, int number, const char *format, va_list args) {
  vfprintf(stderr, format, args);
  error_message_count++;
  if (number) fprintf(stderr, ": %s", strerror(number));
  fputc('\n', stderr);
  if (status) exit(status);
}

static void say_name(void) {
  if (error_print_progname) error_print_progname();
  else fprintf(stderr, "%s:", program_invocation_name);
}

void error(int status, int number, const char *format, ...) {
  va_list args;
  fflush(stdout);
  say_name();
  if (!error_print_progname) fputc(' ', stderr);
  va_start(args, format);
  finish(status, number, format, args);
  va_end(args);
}

void error_at_line(int status, int number, const char *file, unsigned int line, const char *format,
                   ...) {
  static const char *last_file;
  static unsigned int last_line;
  if (error_one_per_line && last_line == line && last_file && file && strcmp(last_file, file) == 0) return;
  last_file = file;
  last_line = line;
  va_list args;
  fflush(stdout);
  say_name();
  if (file) fprintf(stderr, "%s:%u: ", file, line);
  else fputc(' ', stderr);
  va_start(args, format);
  finish(status, number, format, args);
  va_end(args);
}
