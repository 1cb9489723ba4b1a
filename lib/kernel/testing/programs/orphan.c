// An orphan gets another parent; a pipe tells when all its writers are gone.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  pipe(ends);
  if (fork() == 0) {
    pid_t parent = getpid();
    if (fork() == 0) {
      close(ends[0]);
      sleep(2);
      char text[64];
      int n = snprintf(text, sizeof text, "orphan: parent changed %d\n", getppid() != parent);
      write(ends[1], text, n);
      _exit(0);
    }
    sleep(1);
    _exit(0);
  }
  close(ends[1]);
  wait(NULL);
  char buffer[64];
  ssize_t n = read(ends[0], buffer, sizeof buffer);
  write(1, buffer, n);
  printf("end: %d\n", (int)read(ends[0], buffer, sizeof buffer));
  return 0;
}
