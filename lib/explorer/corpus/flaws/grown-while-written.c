/* realloc moves the array while another thread still writes to the old one.
 *
 * shows: memory
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static int *items;

static void *grow(void *unused) {
  int *larger = malloc(4 * sizeof *larger);
  memcpy(larger, items, 2 * sizeof *items);
  int *old = items;
  items = larger;
  free(old);
  return unused;
}

static void *write_first(void *unused) {
  int *array = items;
  array[0] = 1; /* here */
  return unused;
}

int main(void) {
  items = calloc(2, sizeof *items);
  pthread_t a, b;
  pthread_create(&a, NULL, write_first, NULL);
  pthread_create(&b, NULL, grow, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  free(items);
  return 0;
}
