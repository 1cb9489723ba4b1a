#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

/* The processes by name, and a mailbox that belongs to none of them. */
enum { P = 1, Q = 2, R = 3, MAILBOX_A = 100 };

struct message {
  long type;
  char text[8];
};

static int queue;

/* Direct naming: there is one link from each process to each other one. */
static long link_of(int from, int to) {
  return 10 * from + to;
}

static void put(long type, const char *text) {
  struct message message = {.type = type};
  strcpy(message.text, text);
  msgsnd(queue, &message, sizeof message.text, 0);
}

static void take(long type, char *text) {
  struct message message;
  msgrcv(queue, &message, sizeof message.text, type, 0);
  strcpy(text, message.text);
}

static void say(const char *name, const char *text) {
  char line[40];
  write(STDOUT_FILENO, line, snprintf(line, sizeof line, "%s got %s\n", name, text));
}

static void receiver(int me, const char *name, int direct) {
  char text[8];
  take(direct ? link_of(P, me) : MAILBOX_A + me, text);
  say(name, text);
  exit(0);
}

static void sender(int direct) {
  put(direct ? link_of(P, R) : MAILBOX_A + R, "tea");
  put(direct ? link_of(P, Q) : MAILBOX_A + Q, "cake");
  exit(0);
}

int main(int argc, char *argv[]) {
  int direct = argc > 1 && strcmp(argv[1], "direct") == 0;
  queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
  if (queue < 0) {
    perror("msgget");
    return 1;
  }
  if (fork() == 0) sender(direct);
  if (fork() == 0) receiver(Q, "Q", direct);
  if (fork() == 0) receiver(R, "R", direct);
  for (int i = 0; i < 3; i++) wait(NULL);
  msgctl(queue, IPC_RMID, NULL);
  return 0;
}
