// execve: arguments and environment, descriptors and ignored signals stay, errors.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

extern char **environ;

static void handler(int signal) {
  (void)signal;
}

int main(int argc, char **argv) {
  setvbuf(stdout, NULL, _IONBF, 0);
  if (argc > 1 && strcmp(argv[1], "second") == 0) {
    printf("second: argc %d last %s value %s\n", argc, argv[argc - 1], getenv("VALUE"));
    results.a = signal(SIGUSR1, SIG_DFL) == SIG_IGN;
    results.b = signal(SIGUSR2, SIG_DFL) == SIG_DFL;
    printf("ignored stays %d, handled is default %d\n", results.a, results.b);
    char text[4] = {0};
    printf("kept descriptor %d %s", (int)read(atoi(argv[2]), text, 3), text);
    results.a = read(atoi(argv[3]), text, 3);
    printf(" closed descriptor %d errno %d\n", results.a, errno);
    return 9;
  }
  int kept[2], closed[2];
  pipe(kept);
  pipe(closed);
  write(kept[1], "abc", 3);
  fcntl(closed[0], F_SETFD, FD_CLOEXEC);
  signal(SIGUSR1, SIG_IGN);
  signal(SIGUSR2, handler);
  results.a = execl("/bin/none", "none", (char *)NULL);
  printf("none %d errno %d\n", results.a, errno);
  results.a = execl("/tmp", "tmp", (char *)NULL);
  printf("directory %d errno %d\n", results.a, errno);
  close(open("/tmp/kernel-plain", O_CREAT | O_WRONLY, 0755));
  results.a = execl("/dev/null", "null", (char *)NULL);
  printf("not a program %d errno %d\n", results.a, errno);
  unlink("/tmp/kernel-plain");
  int status;
  if (fork() == 0) {
    char a[16], b[16];
    snprintf(a, sizeof a, "%d", kept[0]);
    snprintf(b, sizeof b, "%d", closed[0]);
    char *arguments[] = {argv[0], "second", a, b, "last one", NULL};
    char *environment[] = {"VALUE=42", NULL};
    execve(argv[0], arguments, environment);
    _exit(1);
  }
  wait(&status);
  printf("status %d\n", WEXITSTATUS(status));
  if (fork() == 0) {
    execlp("echo", "echo", "found", "by", "PATH", (char *)NULL);
    _exit(1);
  }
  wait(&status);
  printf("status %d\n", WEXITSTATUS(status));
  pid_t child = vfork();
  if (child == 0) {
    execl("/bin/false", "false", (char *)NULL);
    _exit(77);
  }
  waitpid(child, &status, 0);
  printf("vfork status %d\n", WEXITSTATUS(status));
  return 0;
}
