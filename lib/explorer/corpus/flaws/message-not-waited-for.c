/* The receiver does not wait for the message (IPC_NOWAIT); it came early enough each time.
 *
 * shows: output
 * right: 9\n
 */
#include <stdio.h>
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
    struct message message = {1, 9};
    msgsnd(queue, &message, sizeof message.number, 0);
    _exit(0);
  }
  usleep(20000);
  struct message got = {0, 0};
  msgrcv(queue, &got, sizeof got.number, 0, IPC_NOWAIT); /* here */
  printf("%d\n", got.number);
  wait(NULL);
  msgctl(queue, IPC_RMID, NULL);
  return 0;
}
