/* daemon(3): away from the session, the directory and the standard streams; the clock stays as it is. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void become(int keep_directory, int keep_streams) {
  int p[2];
  pipe(p);
  pid_t child = fork();
  if (child == 0) {
    char text[200], here[100];
    struct stat input, null;
    if (daemon(keep_directory, keep_streams) < 0) _exit(1);
    getcwd(here, sizeof here);
    stat("/dev/null", &null);
    fstat(0, &input);
    snprintf(text, sizeof text, "in / %d, null %d, leads a session %d, parent %d", strcmp(here, "/") == 0,
             input.st_rdev == null.st_rdev, getsid(0) == getpid(), getppid() != 0);
    write(p[1], text, strlen(text));
    _exit(0);
  }
  int status;
  char got[200];
  waitpid(child, &status, 0);
  close(p[1]);
  ssize_t n = read(p[0], got, sizeof got);
  close(p[0]);
  printf("exit %d: %.*s\n", WEXITSTATUS(status), (int)n, got);
}

int main(void) {
  int p[2];
  pipe(p);
  dup2(p[0], 0); /* not /dev/null */
  chdir("/tmp");
  become(0, 0);
  become(1, 1);
  become(0, 1);
  struct timespec bad = {0, -1};
  int result = clock_settime(CLOCK_REALTIME, &bad);
  printf("%d %s\n", result, strerror(errno));
  result = clock_settime(CLOCK_MONOTONIC, &(struct timespec){1, 0});
  printf("%d %s\n", result, strerror(errno));
  return 0;
}
