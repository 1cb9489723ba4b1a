/* Each thread leaves its result in the same global and reads it back.
 *
 * shows: output
 * right: 1 4\n
 */
#include <pthread.h>
#include <stdio.h>

static int result;
static int squares[2];

static void square(int number) {
  result = number * number; /* here */
}

static void *first(void *unused) {
  square(1);
  squares[0] = result; /* here */
  return unused;
}

static void *second(void *unused) {
  square(2);
  squares[1] = result; /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, first, NULL);
  pthread_create(&b, NULL, second, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", squares[0], squares[1]);
  return 0;
}
