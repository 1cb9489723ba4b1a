/* A function gives back its static buffer; two threads use it at the same time.
 *
 * shows: output
 * right: a=1 b=2\n
 */
#include <pthread.h>
#include <stdio.h>

static const char *text_of(int number) {
  static char text[4];
  text[0] = '0' + number; /* here */
  return text;
}

static char results[2];

static void *one(void *unused) {
  results[0] = text_of(1)[0]; /* here */
  return unused;
}

static void *two(void *unused) {
  results[1] = text_of(2)[0]; /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, one, NULL);
  pthread_create(&b, NULL, two, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("a=%c b=%c\n", results[0], results[1]);
  return 0;
}
