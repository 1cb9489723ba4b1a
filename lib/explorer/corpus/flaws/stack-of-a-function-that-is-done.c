/* The thread is given the address of a local variable of a function that returns before it looks.
 *
 * shows: output
 * right: 5\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_t thread;

static void *show(void *argument) {
  printf("%d\n", *(int *)argument); /* here */
  return NULL;
}

static void __attribute__((noinline)) start(void) {
  int number = 5;
  pthread_create(&thread, NULL, show, &number);
  usleep(20000);
  number = 0;
}

int main(void) {
  start();
  pthread_join(thread, NULL);
  return 0;
}
