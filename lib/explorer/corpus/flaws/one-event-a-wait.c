/* epoll_wait is expected to tell of both writers at once.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2][2];
  int poller = epoll_create1(0);
  for (int k = 0; k < 2; k++) {
    struct epoll_event event = {.events = EPOLLIN};
    pipe(ends[k]);
    epoll_ctl(poller, EPOLL_CTL_ADD, ends[k][0], &event);
    if (fork() == 0) {
      write(ends[k][1], "x", 1);
      _exit(0);
    }
  }
  struct epoll_event events[2];
  usleep(20000);
  assert(epoll_wait(poller, events, 2, -1) == 2); /* here */
  while (wait(NULL) > 0)
    ;
  return 0;
}
