/* The mended sibling of flaws/result-in-a-global.c.
 *
 * right: 1 4\n
 */
#include <pthread.h>
#include <stdio.h>

static int squares[2];

static int square(int number) {
  return number * number;
}

static void *first(void *unused) {
  squares[0] = square(1);
  return unused;
}

static void *second(void *unused) {
  squares[1] = square(2);
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
