#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The letter that ps shows: what stands after the name in /proc/PID/stat. */
static char state_of(pid_t pid) {
  char path[40];
  char text[400];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
  FILE *file = fopen(path, "r");
  if (file == NULL) return '?';
  size_t length = fread(text, 1, sizeof text - 1, file);
  fclose(file);
  text[length] = '\0';
  char *end = strrchr(text, ')');
  return end == NULL ? '?' : end[2];
}

/* What the child does, for ever or until it ends. */
static void be(const char *kind) {
  if (strcmp(kind, "counting") == 0) {
    for (;;);
  }
  if (strcmp(kind, "pausing") == 0) pause();
  if (strcmp(kind, "stopped") == 0) raise(SIGSTOP);
  _exit(0); /* Not exit: what is in the buffer of stdout is the parent's. */
}

int main(int argc, char *argv[]) {
  for (int i = 1; i < argc; i++) {
    pid_t pid = fork();
    if (pid < 0) {
      perror("fork");
      return 1;
    }
    if (pid == 0) be(argv[i]);
    usleep(10000);
    printf("%s %c\n", argv[i], state_of(pid));
    kill(pid, SIGTERM);
    waitpid(pid, NULL, 0);
  }
  return 0;
}
