/* The sender removes the queue; a message that nobody has taken yet is lost with it.
 *
 * shows: output
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
    msgrcv(queue, &got, sizeof got.number, 1, 0); /* here */
    printf("%d\n", got.number);
    exit(0);
  }
  struct message message = {1, 7};
  msgsnd(queue, &message, sizeof message.number, 0);
  usleep(20000);
  msgctl(queue, IPC_RMID, NULL); /* here */
  wait(NULL);
  return 0;
}
