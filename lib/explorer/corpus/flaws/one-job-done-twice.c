/* Two workers take the same job from the top of a stack.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static int jobs[] = {1, 1};
static int top = 2;
static int done[2];

static void *worker(void *unused) {
  int job = top - 1;
  top = job;
  done[job] += jobs[job];
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, worker, NULL);
  pthread_create(&b, NULL, worker, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(done[0] == 1 && done[1] == 1); /* here */
  return 0;
}
