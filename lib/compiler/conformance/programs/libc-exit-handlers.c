/* atexit and on_exit together, handlers that add handlers, many of them; quick_exit in a child. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static int count;

static void late(void) {
  printf("late\n");
}

static void first(void) {
  printf("first, after %d\n", count);
  atexit(late);
}

static void counted(void) {
  count++;
}

static void with(int status, void *argument) {
  printf("status %d, %s\n", status, (const char *)argument);
}

static void quick(void) {
  write(1, "quick\n", 6);
}

int main(void) {
  printf("unflushed ");
  fflush(stdout);
  if (fork() == 0) {
    printf("never seen");
    at_quick_exit(quick);
    at_quick_exit(quick);
    atexit(late);
    quick_exit(7);
  }
  int status;
  wait(&status);
  printf("%d\n", WEXITSTATUS(status));
  atexit(first);
  on_exit(with, "one");
  for (int i = 0; i < 100; i++)
    if (atexit(counted) != 0) return 99;
  on_exit(with, "two");
  return 3;
}
