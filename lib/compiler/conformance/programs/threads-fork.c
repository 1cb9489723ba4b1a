/* fork(2) in a program with threads, exec and exit from a thread; pthread_atfork(3). */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t never, started;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int ticks;
static _Thread_local int local = 1;

static void *ticks_on(void *argument) {
  (void)argument;
  sem_post(&started);
  for (;;) {
    pthread_mutex_lock(&mutex);
    ticks++;
    pthread_mutex_unlock(&mutex);
    usleep(100);
  }
  return NULL;
}

static void lock(void) { pthread_mutex_lock(&mutex); }
static void unlock(void) { pthread_mutex_unlock(&mutex); }
static void renew(void) { pthread_mutex_init(&mutex, NULL); }

static void *adds(void *argument) {
  pthread_mutex_lock(&mutex);
  *(int *)argument += 5;
  pthread_mutex_unlock(&mutex);
  return NULL;
}

static int status_of(pid_t child) {
  int status;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

/* The child has one thread: this one, with its own data. */
static void *forks(void *argument) {
  local = 40;
  pid_t child = fork();
  if (child == 0) {
    int before = ticks, value = local;
    usleep(3000);
    pthread_t thread;
    pthread_create(&thread, NULL, adds, &value);
    pthread_join(thread, NULL);
    printf("child: local %d, ticks %s, main thread %d\n", value,
           ticks == before ? "stand" : "go on", gettid() == getpid());
    fflush(stdout);
    _exit(3);
  }
  *(int *)argument = status_of(child);
  return NULL;
}

static void *execs(void *argument) {
  (void)argument;
  execl("/bin/echo", "echo", "executed", (char *)NULL);
  return NULL;
}

static void *exits(void *argument) {
  exit((int)(long)argument);
}

static void *waits(void *argument) {
  sem_wait(&never);
  return argument;
}

static void goodbye(void) { puts("atexit"); }

int main(void) {
  pthread_t thread, ticker;
  int status = -1;
  setvbuf(stdout, NULL, _IOFBF, 4096);
  sem_init(&never, 0, 0);
  sem_init(&started, 0, 0);
  printf("atfork %d\n", pthread_atfork(lock, unlock, renew));
  fflush(stdout);
  pthread_create(&ticker, NULL, ticks_on, NULL);
  sem_wait(&started);
  pthread_create(&thread, NULL, forks, &status);
  pthread_join(thread, NULL);
  printf("status %d\n", status);
  fflush(stdout);

  pid_t child = fork();
  if (child == 0) {
    pthread_create(&thread, NULL, waits, NULL);
    pthread_create(&thread, NULL, execs, NULL);
    sem_wait(&never);
    _exit(99);
  }
  printf("exec %d\n", status_of(child));
  fflush(stdout);

  child = fork();
  if (child == 0) {
    pthread_create(&thread, NULL, waits, NULL);
    atexit(goodbye);
    pthread_create(&thread, NULL, exits, (void *)12L);
    sem_wait(&never);
    _exit(99);
  }
  printf("exit %d\n", status_of(child));
  fflush(stdout);

  child = fork();
  if (child == 0) {
    pthread_create(&thread, NULL, waits, NULL);
    return 13;
  }
  printf("return %d\n", status_of(child));
  pthread_cancel(ticker);
  pthread_join(ticker, NULL);
  return 0;
}
