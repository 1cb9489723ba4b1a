/* strlen finds the end, then somebody else writes there.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char text[8];

static void *append(void *letter) {
  size_t end = strlen(text); /* here */
  text[end] = *(char *)letter;
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, append, "a");
  usleep(2000);
  pthread_create(&b, NULL, append, "b");
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%zu\n", strlen(text));
  return 0;
}
