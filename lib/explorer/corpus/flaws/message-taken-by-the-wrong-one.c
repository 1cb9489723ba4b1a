/* Both receivers take any message, not only those of their own type.
 *
 * shows: output
 * right: 1 1\n2 2\n or 2 2\n1 1\n
 */
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

struct message {
  long type;
  char text;
};

static int queue;

static void receiver(int me) {
  struct message got;
  msgrcv(queue, &got, 1, 0, 0); /* here */
  char line[] = {'0' + me, ' ', got.text, '\n'};
  write(1, line, 4);
}

int main(void) {
  queue = msgget(IPC_PRIVATE, 0600);
  for (int i = 1; i <= 2; i++) {
    if (fork() == 0) {
      receiver(i);
      _exit(0);
    }
    usleep(2000);
  }
  for (int i = 1; i <= 2; i++) {
    struct message message = {i, '0' + i};
    msgsnd(queue, &message, 1, 0);
    usleep(1000);
  }
  while (wait(NULL) > 0)
    ;
  msgctl(queue, IPC_RMID, NULL);
  return 0;
}
