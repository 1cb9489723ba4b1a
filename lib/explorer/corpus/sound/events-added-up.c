/* The mended sibling of flaws/events-added-up.c: with EFD_SEMAPHORE each reading takes one.
 */
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int events = eventfd(0, EFD_SEMAPHORE);
  if (fork() == 0) {
    uint64_t one = 1;
    write(events, &one, sizeof one);
    write(events, &one, sizeof one);
    _exit(0);
  }
  for (int k = 0; k < 2; k++) {
    uint64_t value;
    read(events, &value, sizeof value);
  }
  wait(NULL);
  return 0;
}
