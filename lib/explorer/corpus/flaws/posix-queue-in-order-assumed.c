/* Two senders of one POSIX message queue, with the same priority.
 *
 * shows: output
 * right: xy\n
 */
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  struct mq_attr attributes = {.mq_maxmsg = 2, .mq_msgsize = 1};
  mqd_t queue = mq_open("/orders", O_CREAT | O_RDWR, 0600, &attributes);
  mq_unlink("/orders");
  for (int i = 0; i < 2; i++) {
    if (fork() == 0) {
      char letter = 'x' + i;
      mq_send(queue, &letter, 1, 0); /* here */
      _exit(0);
    }
    usleep(3000);
  }
  char text[3] = "";
  mq_receive(queue, &text[0], 1, NULL);
  mq_receive(queue, &text[1], 1, NULL);
  printf("%s\n", text);
  while (wait(NULL) > 0)
    ;
  return 0;
}
