/* One thread gives the mapping back while the other still reads it.
 *
 * shows: memory
 */
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

static int *shared;

static void *use(void *unused) {
  if (shared[0] != 0) write(1, "?", 1); /* here */
  return unused;
}

int main(void) {
  pthread_t thread;
  shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_create(&thread, NULL, use, NULL);
  usleep(20000);
  munmap(shared, 4096);
  pthread_join(thread, NULL);
  return 0;
}
