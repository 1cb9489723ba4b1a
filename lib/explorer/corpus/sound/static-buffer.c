/* The mended sibling of flaws/static-buffer.c.
 *
 * right: a=1 b=2\n
 */
#include <pthread.h>
#include <stdio.h>

static const char *text_of(int number) {
  static _Thread_local char text[4];
  text[0] = '0' + number;
  return text;
}

static char results[2];

static void *one(void *unused) {
  results[0] = text_of(1)[0];
  return unused;
}

static void *two(void *unused) {
  results[1] = text_of(2)[0];
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
