#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 2

static void say(const char *text) {
  write(STDOUT_FILENO, text, 5);
}

static void child(int from_parent, int to_parent) {
  char ball;
  while (read(from_parent, &ball, 1) == 1) {
    write(to_parent, &ball, 1);
    say("pong\n");
  }
}

static void parent(int from_child, int to_child) {
  char ball = 'o';
  for (int i = 0; i < ROUNDS; i++) {
    say("ping\n");
    write(to_child, &ball, 1);
    read(from_child, &ball, 1);
  }
}

int main(void) {
  int there[2];
  int back[2];
  pipe(there);
  pipe(back);
  if (fork() == 0) {
    close(there[1]);
    close(back[0]);
    child(there[0], back[1]);
    exit(0);
  }
  close(there[0]);
  close(back[1]);
  parent(back[0], there[1]);
  close(there[1]);
  wait(NULL);
  return 0;
}
