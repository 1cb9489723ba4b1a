/* A file that begins with #! is run by the interpreter that it names. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void script(const char *name, const char *text, int mode) {
  FILE *file = fopen(name, "w");
  fputs(text, file);
  fclose(file);
  chmod(name, mode);
}

static void run(const char *path) {
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    execl(path, "name", "first", "second", (char *)NULL);
    printf("%s: %s\n", path, strerror(errno));
    exit(9);
  }
  int status;
  waitpid(child, &status, 0);
  printf("status %d\n", WEXITSTATUS(status));
}

int main(void) {
  script("s1.script", "#!/bin/echo one two\nwhatever\n", 0755);
  script("s2.script", "#! /bin/echo\n", 0755);
  script("s3.script", "#!/no/such/interpreter\n", 0755);
  script("s4.script", "#!./s2.script\n", 0755);
  script("s5.script", "neither a program nor a script\n", 0755);
  script("s6.script", "#!/bin/echo not executable\n", 0644);
  script("s7.script", "#!\n", 0755);
  run("./s1.script");
  run("./s2.script");
  run("./s3.script");
  run("./s4.script");
  run("./s5.script");
  run("./s6.script");
  run("./s7.script");
  run("./none.script");
  for (int k = 1; k <= 7; k++) {
    char name[16];
    sprintf(name, "s%d.script", k);
    unlink(name);
  }
  return 0;
}
