#include <stdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include <pthread.h>
static sigset_t mask;
static int quitflag;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t waitloc = PTHREAD_COND_INITIALIZER;
static void *thr_fn(void *arg) {
  int signo, n = 0;
  for (;;) {
    sigwait(&mask, &signo);
    if (signo == SIGINT) {
      n++;
      printf("interrupt %d\n", n);
      pthread_mutex_lock(&lock);
      pthread_cond_signal(&waitloc);
      quitflag = n;
      pthread_mutex_unlock(&lock);
    } else if (signo == SIGQUIT) {
      pthread_mutex_lock(&lock);
      quitflag = 100;
      pthread_mutex_unlock(&lock);
      pthread_cond_signal(&waitloc);
      return arg;
    }
  }
}

int main(void) {
  sigset_t old;
  pthread_t tid;
  sigemptyset(&mask);
  sigaddset(&mask, SIGINT);
  sigaddset(&mask, SIGQUIT);
  pthread_sigmask(SIG_BLOCK, &mask, &old);
  pthread_create(&tid, NULL, thr_fn, "x");
  kill(getpid(), SIGINT);
  pthread_mutex_lock(&lock);
  while (quitflag < 1) pthread_cond_wait(&waitloc, &lock);
  pthread_mutex_unlock(&lock);
  pthread_kill(tid, SIGQUIT);
  pthread_mutex_lock(&lock);
  while (quitflag < 100) pthread_cond_wait(&waitloc, &lock);
  pthread_mutex_unlock(&lock);
  void *r;
  pthread_join(tid, &r);
  printf("flag %d %s\n", quitflag, (char *)r);
  return 0;
}
