/* mq_notify tells of the next message only, and only if the queue was empty: what comes between emptying it
 * and asking again is told to nobody.
 *
 * shows: deadlock
 */
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  struct mq_attr attributes = {.mq_maxmsg = 4, .mq_msgsize = 1};
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};
  sigset_t set;
  int number;
  char byte;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, NULL);
  mqd_t queue = mq_open("/told", O_CREAT | O_RDWR | O_NONBLOCK, 0600, &attributes);
  mq_unlink("/told");
  mq_notify(queue, &event);
  if (fork() == 0) {
    mq_send(queue, "a", 1, 0);
    usleep(20000);
    mq_send(queue, "b", 1, 0);
    _exit(0);
  }
  for (int count = 0; count < 2;) {
    sigwait(&set, &number); /* here */
    while (mq_receive(queue, &byte, 1, NULL) == 1) count++;
    mq_notify(queue, &event);
  }
  wait(NULL);
  return 0;
}
