/* The mended sibling of flaws/queue-removed-too-early.c.
 *
 * right: 7\n
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

struct message {
  long type;
  int number;
};

int main(void) {
  int queue = msgget(IPC_PRIVATE, 0600);
  if (fork() == 0) {
    struct message got = {0, 0};
    msgrcv(queue, &got, sizeof got.number, 1, 0);
    printf("%d\n", got.number);
    exit(0);
  }
  struct message message = {1, 7};
  msgsnd(queue, &message, sizeof message.number, 0);
  wait(NULL);
  msgctl(queue, IPC_RMID, NULL);
  return 0;
}
