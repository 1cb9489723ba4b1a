// 200 processes at one time, each with its own memory, talking through one pipe.
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  pipe(ends);
  for (int i = 0; i < 200; i++)
    if (fork() == 0) {
      sleep(1);
      write(ends[1], &i, sizeof i);
      _exit(i % 100);
    }
  close(ends[1]);
  int seen = 0, item;
  long sum = 0, statuses = 0;
  while (read(ends[0], &item, sizeof item) == sizeof item) {
    seen++;
    sum += item;
  }
  for (int status; wait(&status) > 0;) statuses += WEXITSTATUS(status);
  printf("%d processes, sum %ld, statuses %ld\n", seen, sum, statuses);
  return 0;
}
