#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

#define REQUEST 1
/* Replies to client c have the type REPLY + c. */
#define REPLY 10

struct message {
  long type;
  int client;
  int number;
};

#define BYTES (sizeof(struct message) - sizeof(long))

static void client(int queue, int me, int number) {
  struct message message = {REQUEST, me, number};
  msgsnd(queue, &message, BYTES, 0);
  msgrcv(queue, &message, BYTES, 0, 0);
  char line[60];
  int length = snprintf(line, sizeof line, "client %d: %d squared is %d\n", me, number, message.number);
  write(STDOUT_FILENO, line, length);
  exit(0);
}

static void serve(int queue, int requests) {
  for (int i = 0; i < requests; i++) {
    struct message message;
    msgrcv(queue, &message, BYTES, REQUEST, 0);
    message.type = REPLY + message.client;
    message.number *= message.number;
    msgsnd(queue, &message, BYTES, 0);
  }
}

int main(int argc, char *argv[]) {
  int clients = argc - 1;
  int queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
  if (queue < 0) {
    perror("msgget");
    return 1;
  }
  for (int i = 1; i <= clients; i++) {
    if (fork() == 0) client(queue, i, atoi(argv[i]));
  }
  serve(queue, clients);
  for (int i = 0; i < clients; i++) wait(NULL);
  msgctl(queue, IPC_RMID, NULL);
  return 0;
}
