/* Looking up and inserting are each locked, but not both together.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static int names[2];
static int count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int known(int name) {
  int found = 0;
  pthread_mutex_lock(&lock);
  for (int i = 0; i < count; i++) found |= names[i] == name;
  pthread_mutex_unlock(&lock);
  return found;
}

static void insert(int name) {
  pthread_mutex_lock(&lock);
  names[count++] = name;
  pthread_mutex_unlock(&lock);
}

static void *register_name(void *unused) {
  if (!known(42)) insert(42);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, register_name, NULL);
  usleep(2000);
  pthread_create(&b, NULL, register_name, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(count == 1); /* here */
  return 0;
}
