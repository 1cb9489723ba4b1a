#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <errno.h>
#include <sys/wait.h>
extern char **environ;
static void run(char *path, char *const argv[], char *const envp[]) {
  fflush(stdout);
  pid_t pid = fork();
  if (pid == 0) {
    execve(path, argv, envp);
    printf("%s: %s\n", path, strerror(errno));
    fflush(stdout);
    _exit(127);
  }
  int st;
  waitpid(pid, &st, 0);
  printf("-> %d\n", WEXITSTATUS(st));
}

int main(void) {
  char *env[] = {"USER=unknown", "PATH=/tmp", "X=1", NULL};
  run("/usr/bin/env", (char *[]){"env", NULL}, env);
  run("/bin/sh", (char *[]){"sh", "-c", "echo $USER $0 $1 $#", "zero", "first", NULL}, env);
  run("/no/such", (char *[]){"x", NULL}, env);
  run("/", (char *[]){"x", NULL}, env);
  run("/etc/passwd", (char *[]){"x", NULL}, env);
  setenv("GREETING", "hello", 1);
  putenv("NAME=world");
  unsetenv("NOTHING");
  fflush(stdout);
  if (fork() == 0) {
    execlp("sh", "sh", "-c", "echo $GREETING, $NAME", (char *)NULL);
    _exit(1);
  }
  wait(NULL);
  if (fork() == 0) {
    execl("/bin/echo", "echo", "execl:", "all", "args", NULL);
    _exit(1);
  }
  wait(NULL);
  if (fork() == 0) {
    char *v[] = {"sh", "-c", "exit 42", 0};
    execv("/bin/sh", v);
  }
  int st;
  wait(&st);
  printf("%d\n", WEXITSTATUS(st));
  return 0;
}
