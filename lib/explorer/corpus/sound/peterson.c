/* The mended sibling of flaws/peterson-in-the-wrong-order.c.
 */
#include <assert.h>
#include <pthread.h>

static volatile int interested[2];
static volatile int turn;
static volatile int inside;

static void *enter(void *number) {
  int me = *(int *)number;
  interested[me] = 1;
  turn = 1 - me;
  while (interested[1 - me] && turn == 1 - me)
    ;
  inside++;
  assert(inside == 1);
  inside--;
  interested[me] = 0;
  return NULL;
}

int main(void) {
  int numbers[2] = {0, 1};
  pthread_t a, b;
  pthread_create(&a, NULL, enter, &numbers[0]);
  pthread_create(&b, NULL, enter, &numbers[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
