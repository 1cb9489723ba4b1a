/* What is called around fork: pthread_atfork(3). */
#include <errno.h>
#include <pthread.h>
#include <forkyard/stream.h>

void __once_after_fork(void);

#define HANDLERS_MAX 64

static struct {
  void (*prepare)(void), (*parent)(void), (*child)(void);
} handlers[HANDLERS_MAX];
static int count;

int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void)) {
  if (count == HANDLERS_MAX) return ENOMEM;
  handlers[count].prepare = prepare;
  handlers[count].parent = parent;
  handlers[count].child = child;
  count++;
  return 0;
}

/* The last registered first. */
void __before_fork(void) {
  for (int k = count - 1; k >= 0; k--)
    if (handlers[k].prepare != NULL) handlers[k].prepare();
}

/* The first registered first; in the child the library first frees what the threads that it lacks held. */
void __after_fork(int in_child) {
  if (in_child) {
    __streams_after_fork();
    __once_after_fork();
  }
  for (int k = 0; k < count; k++) {
    void (*handler)(void) = in_child ? handlers[k].child : handlers[k].parent;
    if (handler != NULL) handler();
  }
}
