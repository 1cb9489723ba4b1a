#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  char line[80];
  while (fgets(line, sizeof line, stdin)) {
    char *argv[10]; int argc = 0;
    for (char *t = strtok(line, " \n"); t && argc < 9; t = strtok(NULL, " \n")) argv[argc++] = t;
    argv[argc] = NULL;
    if (argc == 0) continue;
    if (!strcmp(argv[0], "exit")) break;
    printf("$ %s\n", argv[0]); fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) { execvp(argv[0], argv); _exit(127); }
    int s; waitpid(pid, &s, 0);
    printf("-> %d\n", WEXITSTATUS(s));
  }
  return 0;
}
