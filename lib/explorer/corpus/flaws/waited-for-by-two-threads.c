/* Two threads each make a child and wait for any: one gets the other's.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static void *run(void *argument) {
  int status, code = argument == NULL ? 1 : 2;
  usleep(code == 2 ? 20000 : 0);
  if (fork() == 0) _exit(code);
  wait(&status);
  assert(WEXITSTATUS(status) == code); /* here */
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  pthread_create(&threads[0], NULL, run, NULL);
  pthread_create(&threads[1], NULL, run, threads);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
