#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN_MAX 20

/* The letter that ps shows: what stands after the name in /proc/PID/stat. */
static char state_of(pid_t pid) {
  char path[40];
  char text[400];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
  FILE *file = fopen(path, "r");
  if (file == NULL) return '-';
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = '\0';
  char *end = strrchr(text, ')');
  return end == NULL ? '-' : end[2];
}

static int zombies_of(const pid_t pids[], int n) {
  int count = 0;
  for (int i = 0; i < n; i++) {
    if (state_of(pids[i]) == 'Z') count++;
  }
  return count;
}

int main(int argc, char *argv[]) {
  int n = argc > 1 ? atoi(argv[1]) : 1;
  if (n > CHILDREN_MAX) return 1;
  pid_t pids[CHILDREN_MAX];
  for (int i = 0; i < n; i++) {
    pids[i] = fork();
    if (pids[i] < 0) {
      perror("fork");
      return 1;
    }
    /* To do: the child's part. */
    if (pids[i] == 0) exit(0);
  }

  /* To do: wait until all have ended, and reap none of them. */
  printf("%d zombies\n", zombies_of(pids, n));

  for (int i = 0; i < n; i++) {
    /* To do: reap child i + 1, and say how it ended and how many zombies are left. */
    int code = 0;
    printf("child %d ended with %d, %d zombies\n", i + 1, code, zombies_of(pids, n));
  }
  return 0;
}
