/* epoll with EPOLLET tells of what comes, not of what is left: one byte is read for each event, but two may
 * have come.
 *
 * shows: deadlock
 */
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  pipe(ends);
  if (fork() == 0) {
    write(ends[1], "a", 1);
    usleep(20000);
    write(ends[1], "b", 1);
    _exit(0);
  }
  int poller = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN | EPOLLET};
  epoll_ctl(poller, EPOLL_CTL_ADD, ends[0], &event);
  for (int k = 0; k < 2; k++) {
    char byte;
    epoll_wait(poller, &event, 1, -1); /* here */
    read(ends[0], &byte, 1);
  }
  wait(NULL);
  return 0;
}
