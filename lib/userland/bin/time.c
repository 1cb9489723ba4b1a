/* time(1): real, user and system time of a command, POSIX's -p form. The clock is the machine's virtual one. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "+p")) != -1)
    if (option == '?') bad_option(125);
  if (optind == argc) {
    fprintf(stderr, "Usage: time [-p] command [argument...]\n");
    return 125;
  }
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child < 0) give_up(125, "cannot fork: %s", strerror(errno));
  if (child == 0) {
    execvp(argv[optind], argv + optind);
    int missing = errno == ENOENT;
    complain_errno("cannot run %s", argv[optind]);
    _exit(missing ? 127 : 126);
  }
  int status;
  struct rusage used;
  wait4(child, &status, 0, &used);
  clock_gettime(CLOCK_MONOTONIC, &end);
  double real = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
  fprintf(stderr, "real %.2f\nuser %.2f\nsys %.2f\n", real, (double)used.ru_utime.tv_sec + (double)used.ru_utime.tv_usec / 1e6,
          (double)used.ru_stime.tv_sec + (double)used.ru_stime.tv_usec / 1e6);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
