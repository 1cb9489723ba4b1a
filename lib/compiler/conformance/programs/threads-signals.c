/* Signals and threads: pthread_sigmask(3), pthread_kill(3), sigwait(3), signal masks of new threads. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t handled, by_receiver;
static atomic_int woken;
static pthread_t receiver;
static sem_t ready, done, handler_ran;

static void handler(int signal) {
  handled = signal;
  by_receiver = pthread_equal(pthread_self(), receiver);
  sem_post(&handler_ran);
}

static void *receives(void *argument) {
  sigset_t set;
  (void)argument;
  pthread_sigmask(SIG_BLOCK, NULL, &set);
  printf("inherited %d %d\n", sigismember(&set, SIGUSR1), sigismember(&set, SIGUSR2));
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  sem_post(&ready);
  while (sem_wait(&done) < 0 && errno == EINTR);
  return NULL;
}

static void *waits(void *argument) {
  int signal;
  sigwait(argument, &signal);
  return (void *)(long)signal;
}

static void *looks(void *argument) {
  sigset_t pending;
  (void)argument;
  sigpending(&pending);
  return (void *)(long)(sigismember(&pending, SIGUSR1) * 2 + sigismember(&pending, SIGUSR2));
}

static void *sleeps(void *argument) {
  unsigned int left = sleep(100);
  woken = 1;
  return (void *)(long)(left > 0 && left <= 100) + 0 * (long)argument;
}

int main(void) {
  sigset_t set, old;
  void *result;
  pthread_t thread;
  struct sigaction action = {.sa_handler = handler};
  sem_init(&ready, 0, 0);
  sem_init(&done, 0, 0);
  sem_init(&handler_ran, 0, 0);
  sigaction(SIGUSR1, &action, NULL);
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGUSR2);
  printf("mask %d", pthread_sigmask(SIG_BLOCK, &set, NULL));
  printf(" %d\n", pthread_sigmask(99, &set, NULL) == EINVAL);

  pthread_create(&receiver, NULL, receives, NULL);
  sem_wait(&ready);
  /* The process's signal goes to the one thread that lets it in. */
  kill(getpid(), SIGUSR1);
  sem_wait(&handler_ran);
  printf("handled %d by the receiver %d\n", handled == SIGUSR1, by_receiver);
  handled = 0;
  printf("kill %d", pthread_kill(receiver, SIGUSR1));
  sem_wait(&handler_ran);
  printf(" handled %d by the receiver %d\n", handled == SIGUSR1, by_receiver);
  printf("none %d, bad %d\n", pthread_kill(receiver, 0), pthread_kill(receiver, 1000) == EINVAL);
  sem_post(&done);
  pthread_join(receiver, NULL);

  /* Pending for one thread only, or for the process. */
  pthread_kill(pthread_self(), SIGUSR1);
  kill(getpid(), SIGUSR2);
  pthread_create(&thread, NULL, looks, NULL);
  pthread_join(thread, &result);
  printf("other sees %ld, main sees %ld\n", (long)result, (long)looks(NULL));
  pthread_create(&thread, NULL, waits, &set);
  pthread_join(thread, &result);
  printf("sigwait takes %d\n", (long)result == SIGUSR2);
  printf("sigwait takes %d\n", (long)waits(&set) == SIGUSR1);

  /* Masks are the threads' own. */
  sigemptyset(&set);
  pthread_sigmask(SIG_SETMASK, &set, &old);
  printf("old %d\n", sigismember(&old, SIGUSR2));
  pthread_create(&thread, NULL, sleeps, NULL);
  do { /* it may not sleep yet */
    usleep(3000);
    pthread_kill(thread, SIGUSR1);
  } while (!woken);
  pthread_join(thread, &result);
  printf("sleep cut short %ld\n", (long)result);
  fflush(stdout);
  /* What ends one ends all. */
  pthread_create(&thread, NULL, sleeps, NULL);
  pthread_kill(thread, SIGTERM);
  pause();
  puts("never");
  return 0;
}
