/* posix_spawn: file actions, attributes, errors. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int result(pid_t child) {
  int status;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

int main(void) {
  pid_t child;
  char *echo[] = {"echo", "from", "echo", NULL};
  printf("spawn %d\n", 1);
  fflush(stdout);
  int error = posix_spawn(&child, "/bin/echo", NULL, NULL, echo, environ);
  printf("error %d status %d\n", error, result(child));
  fflush(stdout);
  int ends[2];
  if (pipe(ends) < 0) return 1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  error = posix_spawnp(&child, "echo", &actions, NULL, echo, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  char text[64];
  ssize_t n = read(ends[0], text, sizeof text - 1);
  text[n > 0 ? n : 0] = '\0';
  printf("error %d status %d text %s", error, result(child), text);
  char *cat[] = {"cat", NULL};
  FILE *file = fopen("spawn-input.txt", "w");
  fputs("line of a file\n", file);
  fclose(file);
  fflush(stdout);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "spawn-input.txt", O_RDONLY, 0);
  error = posix_spawnp(&child, "cat", &actions, NULL, cat, environ);
  printf("error %d status %d\n", error, result(child));
  posix_spawn_file_actions_destroy(&actions);
  unlink("spawn-input.txt");
  printf("missing: %s\n", strerror(posix_spawn(&child, "/nowhere", NULL, NULL, echo, environ)));
  printf("missing: %s\n", strerror(posix_spawnp(&child, "no-such", NULL, NULL, echo, environ)));
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "no/such/file", O_RDONLY, 0);
  printf("bad open: %s\n", strerror(posix_spawn(&child, "/bin/echo", &actions, NULL, echo, environ)));
  printf("bad fd: %s\n", strerror(posix_spawn_file_actions_addclose(&actions, -1)));
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_t attributes;
  sigset_t set;
  posix_spawnattr_init(&attributes);
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  posix_spawnattr_setsigdefault(&attributes, &set);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
  signal(SIGINT, SIG_IGN);
  char *sleeper[] = {"sleep", "100", NULL};
  error = posix_spawnp(&child, "sleep", NULL, &attributes, sleeper, environ);
  printf("group %d\n", getpgid(child) == child);
  kill(child, SIGINT);
  printf("error %d ended %d\n", error, result(child) == 1000 + SIGINT);
  int none = waitpid(-1, NULL, WNOHANG);
  printf("none left: %d %s\n", none, strerror(errno));
  return 0;
}
