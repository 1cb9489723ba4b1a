/* Both see that there is no instance yet, and each makes one.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static int *instance;
static int *given[2];

static int *get_instance(void) {
  if (instance == NULL) {
    int *made = malloc(sizeof *made);
    *made = 7;
    instance = made;
  }
  return instance;
}

static void *use(void *place) {
  *(int **)place = get_instance();
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, use, &given[0]);
  usleep(2000);
  pthread_create(&b, NULL, use, &given[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(given[0] == given[1]); /* here */
  return 0;
}
