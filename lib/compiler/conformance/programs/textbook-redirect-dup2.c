#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/wait.h>
int main(void) {
  fflush(stdout);
  int saved = dup(STDOUT_FILENO);
  int fd = open("p4.output", O_CREAT | O_WRONLY | O_TRUNC, S_IRWXU);
  dup2(fd, 1);
  close(fd);
  printf("into the file\n");
  fflush(stdout);
  system("echo from the shell");
  if (fork() == 0) {
    char *a[] = {"wc", "-l", "p4.output", NULL};
    execvp(a[0], a);
  }
  wait(NULL);
  dup2(saved, 1);
  close(saved);
  printf("back\n");
  FILE *f = fopen("p4.output", "r");
  char line[100];
  while (fgets(line, sizeof line, f)) printf("> %s", line);
  fclose(f);
  fflush(stdout);
  if (fork() == 0) {
    close(STDOUT_FILENO);
    open("p4.output", O_CREAT | O_WRONLY | O_TRUNC, S_IRWXU);
    execlp("echo", "echo", "OSTEP style", NULL);
  }
  wait(NULL);
  fflush(stdout);
  system("cat p4.output");
  int p[2];
  pipe(p);
  if (fork() == 0) {
    dup2(p[1], 1);
    close(p[0]);
    close(p[1]);
    execlp("printf", "printf", "b\\na\\nc\\n", NULL);
    _exit(1);
  }
  if (fork() == 0) {
    dup2(p[0], 0);
    close(p[0]);
    close(p[1]);
    execlp("sort", "sort", NULL);
    _exit(1);
  }
  close(p[0]);
  close(p[1]);
  while (wait(NULL) > 0) ;
  freopen("p4.output", "w", stdout);
  printf("lost to file");
  fclose(stdout);
  unlink("p4.output");
  return 0;
}
