/* Both find the eventfd readable; one gets the event, the other waits for ever.
 *
 * shows: deadlock
 */
#include <poll.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

static void take(int events) {
  struct pollfd one = {events, POLLIN, 0};
  uint64_t value;
  if (poll(&one, 1, 0) == 1) read(events, &value, sizeof value); /* here */
}

int main(void) {
  int events = eventfd(1, 0);
  if (fork() == 0) {
    take(events);
    _exit(0);
  }
  usleep(2000);
  take(events);
  wait(NULL);
  return 0;
}
