#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

#define MESSAGES 3

enum capacity { ZERO, ONE, UNBOUNDED };

struct message {
  long type; /* ITEM travels to the receiver, ROOM comes back from it */
  int number;
};

enum { ITEM = 1, ROOM = 2 };

static int mailbox;
static enum capacity capacity;

static void put(long type, int number) {
  struct message message = {type, number};
  msgsnd(mailbox, &message, sizeof message.number, 0);
}

static int get(long type) {
  struct message message;
  msgrcv(mailbox, &message, sizeof message.number, type, 0);
  return message.number;
}

static void send(int number) {
  if (capacity == ONE) get(ROOM);
  put(ITEM, number);
  if (capacity == ZERO) get(ROOM);
}

static int receive(void) {
  int number = get(ITEM);
  if (capacity != UNBOUNDED) put(ROOM, 0);
  return number;
}

static void say(const char *what, int number) {
  char line[20];
  int length = sprintf(line, "%s %d\n", what, number);
  write(STDOUT_FILENO, line, length);
}

int main(int argc, char *argv[]) {
  const char *word = argc > 1 ? argv[1] : "zero";
  capacity = strcmp(word, "zero") == 0 ? ZERO : strcmp(word, "one") == 0 ? ONE : UNBOUNDED;
  mailbox = msgget(IPC_PRIVATE, 0600);

  if (fork() == 0) {
    for (int i = 1; i <= MESSAGES; i++) say("received", receive());
    exit(0);
  }
  for (int i = 1; i <= MESSAGES; i++) {
    send(i);
    say("sent", i);
  }
  wait(NULL);
  msgctl(mailbox, IPC_RMID, NULL);
  return 0;
}
