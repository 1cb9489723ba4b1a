// fork, wait, waitpid: order, options, the status word, ECHILD.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

static void say(const char *what, int status) {
  if (WIFEXITED(status)) printf("%s: exit %d\n", what, WEXITSTATUS(status));
  else if (WIFSIGNALED(status)) printf("%s: signal %d\n", what, WTERMSIG(status));
  else if (WIFSTOPPED(status)) printf("%s: stopped by %d\n", what, WSTOPSIG(status));
}

int main(void) {
  int status = 0;
  results.a = wait(&status);
  printf("no child: %d, errno %d\n", results.a, errno);
  setvbuf(stdout, NULL, _IONBF, 0);

  pid_t quick = fork();
  if (quick == 0) exit(258);
  printf("waitpid gives the child: %d\n", waitpid(quick, &status, 0) == quick);
  say("exit(258)", status);

  pid_t slow = fork();
  if (slow == 0) {
    sleep(1);
    _exit(5);
  }
  printf("WNOHANG: %d\n", (int)waitpid(-1, &status, WNOHANG));
  results.a = waitpid(1, &status, 0);
  printf("not my child: %d, errno %d\n", results.a, errno);
  results.a = waitpid(-1, &status, 64);
  printf("bad option: %d, errno %d\n", results.a, errno);
  printf("slow: %d\n", wait(&status) == slow);
  say("slow", status);

  pid_t stuck = fork();
  if (stuck == 0) for (;;) pause();
  kill(stuck, SIGSTOP);
  waitpid(stuck, &status, WUNTRACED);
  say("stuck", status);
  printf("told once: %d\n", (int)waitpid(stuck, &status, WUNTRACED | WNOHANG));
  kill(stuck, SIGCONT);
  kill(stuck, SIGKILL);
  waitpid(stuck, &status, 0);
  say("stuck", status);

  pid_t aborted = fork();
  if (aborted == 0) abort();
  waitpid(aborted, &status, 0);
  say("abort", status);

  // The oldest zombie first.
  pid_t first = fork();
  if (first == 0) _exit(1);
  sleep(1);
  pid_t second = fork();
  if (second == 0) _exit(2);
  sleep(1);
  printf("oldest first: %d\n", wait(NULL) == first);
  printf("then the other: %d\n", wait(NULL) == second);

  // Nobody's zombies: SIGCHLD ignored.
  signal(SIGCHLD, SIG_IGN);
  if (fork() == 0) _exit(3);
  results.a = wait(&status);
  printf("ignored: %d, errno %d\n", results.a, errno);
  return 0;
}
