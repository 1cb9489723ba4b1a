/* A smaller maximum overwrites a greater one.
 *
 * shows: output
 * right: 9\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int maximum;

static void *offer(void *value) {
  int mine = *(int *)value;
  if (mine > maximum) maximum = mine; /* here */
  return NULL;
}

int main(void) {
  int values[2] = {9, 5};
  pthread_t a, b;
  pthread_create(&a, NULL, offer, &values[0]);
  usleep(2000);
  pthread_create(&b, NULL, offer, &values[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", maximum);
  return 0;
}
