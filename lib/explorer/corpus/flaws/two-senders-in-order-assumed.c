/* The receiver takes the first message for the first child's.
 *
 * shows: output
 * right: a b\n
 */
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

struct message {
  long type;
  char text;
};

int main(void) {
  int queue = msgget(IPC_PRIVATE, 0600);
  for (int i = 0; i < 2; i++) {
    if (fork() == 0) {
      struct message mine = {1, 'a' + i};
      msgsnd(queue, &mine, 1, 0); /* here */
      _exit(0);
    }
    usleep(3000);
  }
  struct message first, second;
  msgrcv(queue, &first, 1, 0, 0);
  msgrcv(queue, &second, 1, 0, 0);
  printf("%c %c\n", first.text, second.text);
  while (wait(NULL) > 0)
    ;
  msgctl(queue, IPC_RMID, NULL);
  return 0;
}
