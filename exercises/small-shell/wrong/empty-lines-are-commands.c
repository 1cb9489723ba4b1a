#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS_MAX 20

/* Cuts a line into words; the vector ends with NULL. Returns how many there are. */
static int split(char *line, char *words[]) {
  int count = 0;
  for (char *word = strtok(line, " \n"); word != NULL && count < WORDS_MAX; word = strtok(NULL, " \n"))
    words[count++] = word;
  words[count] = NULL;
  return count;
}

static void run(char *words[]) {
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return;
  }
  if (pid == 0) {
    execvp(words[0], words);
    fprintf(stderr, "%s: not found\n", words[0]);
    _exit(127);
  }
  int status;
  waitpid(pid, &status, 0);
  if (WIFEXITED(status)) printf("[%d]\n", WEXITSTATUS(status));
  if (WIFSIGNALED(status)) printf("[signal %d]\n", WTERMSIG(status));
  fflush(stdout);
}

int main(void) {
  char line[200];
  char *words[WORDS_MAX + 1];
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (line[0] == '\n') continue;
    split(line, words);
    if (strcmp(words[0], "exit") == 0) return words[1] == NULL ? 0 : atoi(words[1]);
    if (strcmp(words[0], "cd") == 0) {
      if (chdir(words[1] == NULL ? getenv("HOME") : words[1]) < 0) perror("cd");
      continue;
    }
    run(words);
  }
  return 0;
}
