/* The mended sibling of flaws/two-singletons.c.
 */
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

static int *instance;
static int *given[2];

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make(void) {
  instance = malloc(sizeof *instance);
  *instance = 7;
}

static int *get_instance(void) {
  pthread_once(&once, make);
  return instance;
}

static void *use(void *place) {
  *(int **)place = get_instance();
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, use, &given[0]);
  pthread_create(&b, NULL, use, &given[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(given[0] == given[1]);
  return 0;
}
