/* pthread_cancel(3): cancellation points, states and types, cleanup handlers. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static sem_t ready, never;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static int ends[2], sockets[2];

static void says(void *text) {
  printf(" [%s]", (const char *)text);
}

static void unlocks(void *argument) {
  printf(" [unlock %d]", pthread_mutex_unlock(argument));
}

static void in_read(void) { char c; read(ends[0], &c, 1); }
static void in_readv(void) { char c; struct iovec to = {&c, 1}; readv(ends[0], &to, 1); }
static void in_poll(void) { struct pollfd at = {ends[0], POLLIN, 0}; poll(&at, 1, -1); }
static void in_select(void) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(ends[0], &set);
  select(ends[0] + 1, &set, NULL, NULL, NULL);
}
static void in_recv(void) { char c; recv(sockets[0], &c, 1, 0); }
static void in_sleep(void) { sleep(100); }
static void in_pause(void) { pause(); }
static void in_sem_wait(void) { sem_wait(&never); }
static void in_sem_timedwait(void) {
  struct timespec late = {4000000000, 0};
  sem_timedwait(&never, &late);
}
static void in_join(void) {
  pthread_join(*(pthread_t *)&(pthread_t){pthread_self()}, NULL);
  pause();
}
static void in_testcancel(void) { for (;;) pthread_testcancel(); }
static void in_condition(void) {
  pthread_mutex_lock(&mutex);
  pthread_cleanup_push(unlocks, &mutex);
  for (;;) pthread_cond_wait(&condition, &mutex);
  pthread_cleanup_pop(0);
}

static void *runs(void *what) {
  pthread_cleanup_push(says, "outer");
  pthread_cleanup_push(says, "popped");
  pthread_cleanup_pop(1);
  pthread_cleanup_push(says, "inner");
  sem_post(&ready);
  ((void (*)(void))what)();
  pthread_cleanup_pop(0);
  pthread_cleanup_pop(0);
  return "returned";
}

static void cancels(const char *name, void (*what)(void)) {
  pthread_t thread;
  void *result;
  printf("%s:", name);
  pthread_create(&thread, NULL, runs, (void *)what);
  sem_wait(&ready);
  usleep(2000);
  int error = pthread_cancel(thread);
  pthread_join(thread, &result);
  printf(" %d %s\n", error, result == PTHREAD_CANCELED ? "cancelled" : (char *)result);
}

static void *disabled(void *argument) {
  int old;
  (void)argument;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
  printf("was %d", old == PTHREAD_CANCEL_ENABLE);
  sem_post(&ready);
  usleep(5000);
  pthread_testcancel();
  printf(", still here");
  pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
  printf(", was %d", old == PTHREAD_CANCEL_DISABLE);
  pthread_testcancel();
  printf(", not here");
  return NULL;
}

static void *spins(void *argument) {
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  sem_post(&ready);
  for (volatile long k = 0;; k++);
  return argument;
}

static void *itself(void *argument) {
  pthread_cancel(pthread_self());
  printf("goes on");
  write(-1, "", 0);
  return argument;
}

int main(void) {
  pthread_t thread;
  void *result;
  pipe(ends);
  socketpair(AF_UNIX, SOCK_STREAM, 0, sockets);
  sem_init(&ready, 0, 0);
  sem_init(&never, 0, 0);
  cancels("read", in_read);
  cancels("readv", in_readv);
  cancels("poll", in_poll);
  cancels("select", in_select);
  cancels("recv", in_recv);
  cancels("sleep", in_sleep);
  cancels("pause", in_pause);
  cancels("sem_wait", in_sem_wait);
  cancels("sem_timedwait", in_sem_timedwait);
  cancels("after join", in_join);
  cancels("testcancel", in_testcancel);
  cancels("cond_wait", in_condition);
  printf("mutex %d\n", pthread_mutex_trylock(&mutex));
  pthread_create(&thread, NULL, disabled, NULL);
  sem_wait(&ready);
  pthread_cancel(thread);
  pthread_join(thread, &result);
  printf(": %d\n", result == PTHREAD_CANCELED);
  pthread_create(&thread, NULL, spins, NULL);
  sem_wait(&ready);
  pthread_cancel(thread);
  pthread_join(thread, &result);
  printf("asynchronous %d\n", result == PTHREAD_CANCELED);
  pthread_create(&thread, NULL, itself, NULL);
  pthread_join(thread, &result);
  printf(", %d\n", result == PTHREAD_CANCELED);
  printf("bad %d %d\n", pthread_setcancelstate(7, NULL) == EINVAL, pthread_setcanceltype(7, NULL) == EINVAL);
  return 0;
}
