/* exec: a program that replaces this one; failure returns. */
#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  fflush(stdout);
  if (fork() == 0) {
    execl("/bin/echo", "echo", "from", "echo", (char *)NULL);
    _exit(99);
  }
  wait(NULL);
  if (fork() == 0) {
    char *args[] = {"false", NULL};
    execvp("false", args);
    _exit(99);
  }
  int status;
  wait(&status);
  printf("%d\n", WEXITSTATUS(status));
  int r = execl("/no/such/program", "x", (char *)NULL);
  printf("%d %d\n", r, errno == ENOENT);
  if (fork() == 0) {
    execlp("echo", "echo", "-n", "no newline", (char *)NULL);
    _exit(99);
  }
  wait(NULL);
  printf("\ndone\n");
  return 0;
}
