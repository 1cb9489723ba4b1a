/* transfer locks "from", then "to": two transfers in opposite directions wait for each other.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

struct account {
  pthread_mutex_t lock;
  int balance;
};

static struct account x = {PTHREAD_MUTEX_INITIALIZER, 10};
static struct account y = {PTHREAD_MUTEX_INITIALIZER, 10};

static void transfer(struct account *from, struct account *to) {
  pthread_mutex_lock(&from->lock);
  pthread_mutex_lock(&to->lock); /* here */
  from->balance--;
  to->balance++;
  pthread_mutex_unlock(&to->lock);
  pthread_mutex_unlock(&from->lock);
}

static void *there(void *unused) {
  transfer(&x, &y);
  return unused;
}

static void *back(void *unused) {
  transfer(&y, &x);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, there, NULL);
  usleep(2000);
  pthread_create(&b, NULL, back, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
