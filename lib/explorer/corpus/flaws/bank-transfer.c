/* Transfers in both directions at the same time: money is lost or made.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static int accounts[2] = {100, 100};

static void transfer(int from, int to, int amount) {
  accounts[from] -= amount;
  accounts[to] += amount;
}

static void *there(void *unused) {
  transfer(0, 1, 30);
  return unused;
}

static void *back(void *unused) {
  transfer(1, 0, 10);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, there, NULL);
  pthread_create(&b, NULL, back, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(accounts[0] + accounts[1] == 200); /* here */
  return 0;
}
