/* strtok remembers where it is in a static variable: two threads take each other's text apart.
 *
 * shows: output
 * right: c f\n
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char one[] = "a c", two[] = "d f";
static char *last[2];

static void *split(void *argument) {
  int me = argument != NULL;
  usleep(me * 5000);
  strtok(me ? two : one, " ");
  last[me] = strtok(NULL, " "); /* here */
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  pthread_create(&threads[0], NULL, split, NULL);
  pthread_create(&threads[1], NULL, split, threads);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  printf("%s %s\n", last[0] ? last[0] : "-", last[1] ? last[1] : "-");
  return 0;
}
