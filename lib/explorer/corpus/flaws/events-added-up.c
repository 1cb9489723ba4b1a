/* Reading an eventfd takes all that was added: two events may come as one.
 *
 * shows: deadlock
 */
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int events = eventfd(0, 0);
  if (fork() == 0) {
    uint64_t one = 1;
    write(events, &one, sizeof one);
    usleep(20000);
    write(events, &one, sizeof one);
    _exit(0);
  }
  for (int k = 0; k < 2; k++) {
    uint64_t value;
    read(events, &value, sizeof value); /* here */
  }
  wait(NULL);
  return 0;
}
