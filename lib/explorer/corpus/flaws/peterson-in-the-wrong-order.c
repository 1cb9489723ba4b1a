/* Peterson's algorithm that gives way before it says that it is interested.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static volatile int interested[2];
static volatile int turn;
static volatile int inside;

static void *enter(void *number) {
  int me = *(int *)number;
  turn = 1 - me;
  interested[me] = 1;
  while (interested[1 - me] && turn == 1 - me)
    ;
  inside++;
  assert(inside == 1); /* here */
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
