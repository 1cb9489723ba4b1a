// Pipes: capacity, end of file, EPIPE, non-blocking ends, order of large writes.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

static char block[70000];

int main(void) {
  int p[2];
  setvbuf(stdout, NULL, _IONBF, 0);
  printf("pipe %d\n", pipe(p));
  fcntl(p[1], F_SETFL, O_NONBLOCK);
  printf("fills: %d\n", (int)write(p[1], block, sizeof block));
  results.a = write(p[1], block, 1);
  printf("full: %d errno %d\n", results.a, errno);
  printf("takes: %d\n", (int)read(p[0], block, 4095));
  results.a = write(p[1], block, 4096);
  printf("small writes are atomic: %d errno %d\n", results.a, errno);
  printf("one more byte: %d\n", (int)read(p[0], block, 1));
  printf("now it fits: %d\n", (int)write(p[1], block, 4096));
  close(p[1]);
  long total = 0;
  ssize_t n;
  while ((n = read(p[0], block, sizeof block)) > 0) total += n;
  printf("drained %ld, then %d\n", total, (int)n);
  results.a = write(p[0], "x", 1);
  printf("read end is not for writing: %d errno %d\n", results.a, errno);
  close(p[0]);

  pipe(p);
  fcntl(p[0], F_SETFL, O_NONBLOCK);
  results.a = read(p[0], block, 1);
  printf("empty: %d errno %d\n", results.a, errno);
  close(p[0]);
  signal(SIGPIPE, SIG_IGN);
  results.a = write(p[1], "x", 1);
  printf("broken: %d errno %d\n", results.a, errno);
  close(p[1]);
  signal(SIGPIPE, SIG_DFL);

  pipe(p);
  pid_t child = fork();
  if (child == 0) {
    close(p[0]);
    for (;;) write(p[1], block, 1000);
  }
  close(p[1]);
  read(p[0], block, 10);
  close(p[0]);
  int status;
  waitpid(child, &status, 0);
  printf("writer killed by %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);

  // A large write is finished piece by piece.
  pipe(p);
  child = fork();
  if (child == 0) {
    close(p[0]);
    for (int i = 0; i < 70000; i++) block[i] = (char)('a' + i % 26);
    n = write(p[1], block, sizeof block);
    _exit(n == sizeof block ? 0 : 1);
  }
  close(p[1]);
  total = 0;
  int wrong = 0;
  char small[777];
  while ((n = read(p[0], small, sizeof small)) > 0)
    for (int i = 0; i < n; i++) wrong += small[i] != 'a' + total++ % 26;
  waitpid(child, &status, 0);
  printf("%ld bytes, %d wrong, status %d\n", total, wrong, status);

  // Atomic writes of several writers are not mixed.
  pipe(p);
  for (int k = 0; k < 3; k++)
    if (fork() == 0) {
      char line[100];
      memset(line, 'A' + k, sizeof line);
      for (int i = 0; i < 50; i++) write(p[1], line, sizeof line);
      _exit(0);
    }
  close(p[1]);
  int mixed = 0, lines = 0;
  char line[100];
  for (;;) {
    int got = 0;
    while (got < 100 && (n = read(p[0], line + got, 100 - got)) > 0) got += n;
    if (got == 0) break;
    lines++;
    for (int i = 1; i < 100; i++) mixed += line[i] != line[0];
  }
  while (wait(NULL) > 0);
  printf("%d lines, %d mixed\n", lines, mixed);
  return 0;
}
