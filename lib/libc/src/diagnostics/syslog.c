/* syslog(3), as far as there is a place for messages: stderr, with LOG_PERROR. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

static const char *name;
static int options, mask = 0xff;

void openlog(const char *given, int wanted, int facility) {
  name = given;
  options = wanted;
  (void)facility;
}

void closelog(void) {
  name = NULL;
}

int setlogmask(int wanted) {
  int before = mask;
  if (wanted) mask = wanted;
  return before;
}

void vsyslog(int priority, const char *format, va_list args) {
  if (!(mask & LOG_MASK(LOG_PRI(priority))) || !(options & LOG_PERROR)) return;
  fputs(name ? name : program_invocation_short_name, stderr);
  if (options & LOG_PID) fprintf(stderr, "[%d]", getpid());
  fputs(": ", stderr);
  vfprintf(stderr, format, args);
  size_t n = strlen(format);
  if (n == 0 || format[n - 1] != '\n') fputc('\n', stderr);
}

void syslog(int priority, const char *format, ...) {
  va_list args;
  va_start(args, format);
  vsyslog(priority, format, args);
  va_end(args);
}
