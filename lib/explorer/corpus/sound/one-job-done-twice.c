/* The mended sibling of flaws/one-job-done-twice.c.
 */
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

static int jobs[] = {1, 1};
static atomic_int top = 2;
static int done[2];

static void *worker(void *unused) {
  int job = atomic_fetch_sub(&top, 1) - 1;
  done[job] += jobs[job];
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, worker, NULL);
  pthread_create(&b, NULL, worker, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(done[0] == 1 && done[1] == 1);
  return 0;
}
