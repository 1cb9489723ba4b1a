/* err.h and error.h write to stderr; err and error end the program. */
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int child(int which) {
  fflush(stdout);
  if (fork() == 0) {
    errno = ENOENT;
    switch (which) {
      case 0:
        err(3, "cannot open %s", "x");
      case 1:
        errx(4, "plain %d", 5);
      case 2:
        error(5, EACCES, "denied %s", "y");
      default:
        error(0, 0, "goes on");
        exit(6);
    }
  }
  int status;
  wait(&status);
  return WEXITSTATUS(status);
}

int main(int argc, char **argv) {
  program_invocation_name = program_invocation_short_name = "program";
  dup2(1, 2);
  (void)argc;
  (void)argv;
  errno = EINVAL;
  warn("warned %d", 1);
  warnx("warned %d", 2);
  for (int i = 0; i < 4; i++) printf("%d\n", child(i));
  error(0, ENOMEM, "count");
  error_at_line(0, 0, "file.c", 12, "at a line");
  printf("%u\n", error_message_count);
  return 0;
}
