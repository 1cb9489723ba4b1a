#include <stdio.h>
#include <unistd.h>
#include <errno.h>
#include <sys/wait.h>
int main(void) {
  char *bad[] = {"echo", (char *)8, NULL};
  execve("/bin/echo", bad, NULL);
  printf("%d\n", errno == EFAULT);
  execve("/bin/echo", (char **)8, NULL);
  printf("%d\n", errno == EFAULT);
  char *good[] = {"echo", "x", NULL};
  execve("/bin/echo", good, (char **)16);
  printf("%d\n", errno == EFAULT);
  execve((char *)8, good, NULL);
  printf("%d\n", errno == EFAULT);
  execv("/bin/echo", bad);
  printf("%d\n", errno == EFAULT);
  fflush(stdout);
  if (fork() == 0) { execv("/bin/echo", NULL); _exit(3); }
  int s; wait(&s); printf("%d\n", WIFEXITED(s));
  return 0;
}
