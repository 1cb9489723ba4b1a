/* system() and popen() with /bin/sh: statuses, pipes in both directions, redirections, signals. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(const char *what, int status) {
  if (WIFEXITED(status)) printf("%s: exited %d\n", what, WEXITSTATUS(status));
  else if (WIFSIGNALED(status)) printf("%s: signal %d\n", what, WTERMSIG(status));
  else printf("%s: %d %s\n", what, status, strerror(errno));
  fflush(stdout);
}

static void read_all(const char *command) {
  char line[128];
  FILE *pipe = popen(command, "r");
  while (fgets(line, sizeof line, pipe)) printf("  %s", line);
  tell(command, pclose(pipe));
}

int main(void) {
  printf("a shell: %d\n", system(NULL) != 0);
  fflush(stdout);
  tell("true", system("true"));
  tell("exit 3", system("exit 3"));
  tell("no command", system("no-such-command-here 2>/dev/null"));
  tell("echo", system("echo one two | tr a-z A-Z"));
  tell("for", system("for i in 1 2 3; do echo \"$i: $((i * i))\"; done"));
  tell("killed", system("kill -TERM $$"));
  setenv("GREETING", "good morning", 1);
  tell("environment", system("echo \"$GREETING\"; test \"$GREETING\" = night"));

  read_all("echo out; echo err >&2; exit 5 2>/dev/null");
  read_all("printf 'b\\na\\nc\\n' | sort");
  read_all("cat <<END\nhere\ndocument\nEND");

  FILE *pipe = popen("sort -n | head -n 2", "w");
  fputs("30\n4\n100\n", pipe);
  tell("sort", pclose(pipe));
  pipe = popen("read line; echo \"<$line>\"; exit 9", "w");
  fputs("to the shell\n", pipe);
  tell("read", pclose(pipe));

  char name[] = "shell-XXXXXX", command[64];
  close(mkstemp(name));
  snprintf(command, sizeof command, "echo written > %s && wc -c < %s", name, name);
  tell("redirected", system(command));
  char line[32] = "";
  FILE *file = fopen(name, "r");
  if (file && fgets(line, sizeof line, file)) printf("file: %s", line);
  if (file) fclose(file);
  unlink(name);

  pipe = popen("true", "x");
  printf("bad mode: %d %d\n", pipe == NULL, errno == EINVAL);
  signal(SIGCHLD, SIG_IGN);
  int status = system("exit 4");
  printf("SIGCHLD ignored: %d %d\n", status, errno == ECHILD);
  return 0;
}
