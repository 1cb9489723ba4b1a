#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/wait.h>
extern char **environ;
static void a(void) {
  printf("first registered, last run\n");
}

static void b(void) {
  printf("second\n");
}

static void c(int s, void *p) {
  printf("on_exit %d %s\n", s, (char *)p);
}

static int cmp(const void *x, const void *y) {
  return strcmp(*(char **)x, *(char **)y);
}

int main(int argc, char *argv[], char *envp[]) {
  clearenv();
  setenv("B", "2", 1);
  setenv("A", "1", 1);
  setenv("A", "no", 0);
  static char kv[] = "C=3";
  putenv(kv);
  kv[2] = '4';
  int n = 0;
  while (environ[n]) n++;
  char *s[10];
  memcpy(s, environ, n * sizeof *s);
  qsort(s, n, sizeof *s, cmp);
  for (int i = 0; i < n; i++) puts(s[i]);
  unsetenv("B");
  printf("%s %s %s\n", getenv("A"), getenv("B") ? "set" : "unset", getenv("C"));
  printf("%d %d\n", setenv("", "x", 1), setenv("a=b", "x", 1));
  printf("%d\n", argc);
  atexit(a);
  atexit(b);
  on_exit(c, "arg");
  fflush(stdout);
  if (fork() == 0) {
    printf("in child %s\n", getenv("A"));
    exit(3);
  }
  int st;
  wait(&st);
  printf("child %d\n", WEXITSTATUS(st));
  fflush(stdout);
  if (fork() == 0) {
    printf("lost");
    _exit(0);
  }
  wait(0);
  printf("main returns\n");
  return 5;
}
