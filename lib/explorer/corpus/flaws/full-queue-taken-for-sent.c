/* The queue takes one message; the sender doesn't wait for room, and doesn't look at the result.
 *
 * shows: output
 * right: 2\n
 */
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  struct mq_attr attributes = {.mq_maxmsg = 1, .mq_msgsize = 1};
  mqd_t to = mq_open("/full", O_CREAT | O_WRONLY | O_NONBLOCK, 0600, &attributes);
  mqd_t from = mq_open("/full", O_RDONLY | O_NONBLOCK);
  mq_unlink("/full");
  if (fork() == 0) {
    mq_send(to, "a", 1, 0);
    usleep(20000);
    mq_send(to, "b", 1, 0); /* here */
    _exit(0);
  }
  int count = 0;
  char byte;
  usleep(5000);
  if (mq_receive(from, &byte, 1, NULL) == 1) count++;
  wait(NULL);
  if (mq_receive(from, &byte, 1, NULL) == 1) count++;
  printf("%d\n", count);
  return 0;
}
