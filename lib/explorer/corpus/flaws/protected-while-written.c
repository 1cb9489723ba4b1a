/* One thread makes the table read-only when it thinks that it is complete.
 *
 * shows: memory
 */
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

static int *table;

static void *fill(void *unused) {
  table[0] = 1; /* here */
  table[1] = 2; /* here */
  return unused;
}

int main(void) {
  pthread_t thread;
  table = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  pthread_create(&thread, NULL, fill, NULL);
  usleep(20000);
  mprotect(table, 4096, PROT_READ);
  pthread_join(thread, NULL);
  return 0;
}
