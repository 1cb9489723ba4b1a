/* The mended sibling of flaws/double-checked-too-early.c.
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
      storage.port = 80;
      config = &storage;
    }
    pthread_mutex_unlock(&lock);
  }
  return config;
}

static void *client(void *unused) {
  int port = get_config()->port;
  assert(port == 80);
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
