/* Lamport's bakery without the flags that say who is choosing a number.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static volatile int number[2];
static int inside;

static void *customer(void *argument) {
  int me = argument != NULL, other = 1 - me;
  usleep(me * 3000);
  number[me] = number[other] + 1;
  while (number[other] != 0 &&
         (number[other] < number[me] || (number[other] == number[me] && other < me)))
    ;
  assert(__atomic_fetch_add(&inside, 1, __ATOMIC_SEQ_CST) == 0); /* here */
  __atomic_fetch_sub(&inside, 1, __ATOMIC_SEQ_CST);
  number[me] = 0;
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  pthread_create(&threads[0], NULL, customer, NULL);
  pthread_create(&threads[1], NULL, customer, threads);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
