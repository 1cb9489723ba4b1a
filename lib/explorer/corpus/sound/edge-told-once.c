/* The mended sibling of flaws/edge-told-once.c: all is read that there is.
 */
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  pipe(ends);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  if (fork() == 0) {
    write(ends[1], "a", 1);
    write(ends[1], "b", 1);
    _exit(0);
  }
  int poller = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN | EPOLLET};
  epoll_ctl(poller, EPOLL_CTL_ADD, ends[0], &event);
  for (int count = 0; count < 2;) {
    char byte;
    epoll_wait(poller, &event, 1, -1);
    while (read(ends[0], &byte, 1) == 1) count++;
  }
  wait(NULL);
  return 0;
}
