#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child(void) {
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    exit(1);
  }
  return pid;
}

/* Waits for all children, speaks, and ends with the number of descendants. */
/* Says that a process begins, in the same line as its end. */
static void begin(const char *name) {
  printf("%s ", name);
}

static void finish(const char *name) {
  int descendants = 0;
  int status;
  while (wait(&status) > 0) {
    descendants += 1;
    if (WIFEXITED(status)) descendants += WEXITSTATUS(status);
  }
  (void)name;
  printf("is done\n");
  exit(descendants);
}

int main(void) {
  begin("P");
  if (child() == 0) {
    begin("A");
    if (child() == 0) finish("C");
    if (child() == 0) finish("D");
    finish("A");
  }
  if (child() == 0) {
    begin("B");
    if (child() == 0) finish("E");
    finish("B");
  }
  finish("P");
}
