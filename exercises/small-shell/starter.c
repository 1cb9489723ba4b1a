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
  /* To do: run the command in a child, wait for it, say how it ended. */
  printf("would run %s\n", words[0]);
}

int main(void) {
  char line[200];
  char *words[WORDS_MAX + 1];
  while (fgets(line, sizeof line, stdin) != NULL) {
    if (split(line, words) == 0) continue;
    /* To do: exit and cd. */
    run(words);
  }
  return 0;
}
