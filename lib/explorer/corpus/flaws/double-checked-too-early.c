/* Double-checked initialisation that shows the object before it is complete.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

struct config {
  int port;
};

static struct config storage;
static struct config *config;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct config *get_config(void) {
  if (config == NULL) {
    pthread_mutex_lock(&lock);
    if (config == NULL) {
      config = &storage;
      config->port = 80;
    }
    pthread_mutex_unlock(&lock);
  }
  return config;
}

static void *client(void *unused) {
  int port = get_config()->port;
  assert(port == 80); /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, client, NULL);
  pthread_create(&b, NULL, client, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
