/* A local struct of main, filled in after the thread has been given its address.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

struct task {
  int from, to;
};

static void *work(void *argument) {
  struct task *task = argument;
  usleep(2000);
  assert(task->from < task->to); /* here */
  return NULL;
}

int main(void) {
  pthread_t thread;
  struct task task = {0, 0};
  pthread_create(&thread, NULL, work, &task);
  task.from = 1;
  task.to = 2;
  pthread_join(thread, NULL);
  return 0;
}
