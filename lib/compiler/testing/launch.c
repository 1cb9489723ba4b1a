/* Starts a program as a login shell would, whatever the test runner left behind: no inherited descriptors
 * but 0, 1 and 2, no signal blocked or ignored, the usual mask for new files, and not in a hurry.
 * Usage: launch PROGRAM */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv) {
  long descriptors = sysconf(_SC_OPEN_MAX);
  sigset_t none;
  if (argc < 2) return 126;
  /* close_range(2) would say it in one call; a kernel or a C library may be older. */
  for (long fd = 3; fd < descriptors && fd < 65536; fd++) close((int)fd);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  umask(022);
  execv(argv[1], argv + 1);
  perror(argv[1]);
  return 127;
}
