/* Two servers send each other two messages, through queues that take one each. The second one means to send
 * first only if nothing has come yet: then both wait for room.
 *
 * shows: deadlock
 */
#include <fcntl.h>
#include <mqueue.h>
#include <sys/wait.h>
#include <unistd.h>

static mqd_t queue(const char *name) {
  struct mq_attr attributes = {.mq_maxmsg = 1, .mq_msgsize = 1};
  mqd_t made = mq_open(name, O_CREAT | O_RDWR, 0600, &attributes);
  mq_unlink(name);
  return made;
}

static void send_both(mqd_t to) {
  mq_send(to, "x", 1, 0);
  mq_send(to, "y", 1, 0); /* here */
}

static void receive_both(mqd_t from) {
  char byte;
  mq_receive(from, &byte, 1, NULL);
  mq_receive(from, &byte, 1, NULL);
}

int main(void) {
  mqd_t a = queue("/a-full"), b = queue("/b-full");
  struct mq_attr now;
  if (fork() == 0) {
    send_both(b);
    receive_both(a);
    _exit(0);
  }
  usleep(20000);
  mq_getattr(b, &now);
  if (now.mq_curmsgs > 0) {
    receive_both(b);
    send_both(a);
  } else {
    send_both(a);
    receive_both(b);
  }
  wait(NULL);
  return 0;
}
