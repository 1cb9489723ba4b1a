/* err(3), warn(3). */
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>


static void say(const char *format, va_list args, const char *reason) {
  fprintf(stderr, "%s: ", program_invocation_short_name);
  if (format) vfprintf(stderr, format, args);
  if (format && reason) fputs(": ", stderr);
  fprintf(stderr, "%s\n", reason ? reason : "");
}

void vwarn(const char *format, va_list args) {
  int held = errno;
  say(format, args, strerror(held));
  errno = held;
}

void vwarnx(const char *format, va_list args) {
  say(format, args, NULL);
}

_Noreturn void verr(int status, const char *format, va_list args) {
  vwarn(format, args);
  exit(status);
}

_Noreturn void verrx(int status, const char *format, va_list args) {
  vwarnx(format, args);
  exit(status);
}

void warn(const char *format, ...) {
  va_list args;
  va_start(args, format);
  vwarn(format, args);
  va_end(args);
}

void warnx(const char *format, ...) {
  va_list args;
  va_start(args, format);
  vwarnx(format, args);
  va_end(args);
}

_Noreturn void err(int status, const char *format, ...) {
  va_list args;
  va_start(args, format);
  verr(status, format, args);
}

_Noreturn void errx(int status, const char *format, ...) {
  va_list args;
  va_start(args, format);
  verrx(status, format, args);
}
