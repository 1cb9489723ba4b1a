#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static void become(char *words[]) {
  execvp(words[0], words);
  perror(words[0]);
  _exit(127);
}

/* left | right; returns the exit status of the right one. */
static int run(char *left[], char *right[]) {
  int ends[2];
  if (pipe(ends) < 0) {
    perror("pipe");
    exit(1);
  }
  pid_t writer = child();
  if (writer == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    become(left);
  }
  pid_t reader = child();
  if (reader == 0) {
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    close(ends[1]);
    become(right);
  }
  close(ends[0]);
  close(ends[1]);
  int status;
  waitpid(writer, &status, 0);
  waitpid(reader, NULL, 0);
  return WEXITSTATUS(status);
}

int main(int argc, char *argv[]) {
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "|") == 0) {
      argv[i] = NULL;
      return run(&argv[1], &argv[i + 1]);
    }
  }
  fprintf(stderr, "usage: %s LEFT... '|' RIGHT...\n", argv[0]);
  return 2;
}
