/* Robust mutexes: pthread_mutexattr_setrobust(3), pthread_mutex_consistent(3). */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t mutex;

static const char *name(int error) {
  switch (error) {
    case 0: return "0";
    case EINVAL: return "EINVAL";
    case EPERM: return "EPERM";
    case EBUSY: return "EBUSY";
    case EDEADLK: return "EDEADLK";
    case EOWNERDEAD: return "EOWNERDEAD";
    case ENOTRECOVERABLE: return "ENOTRECOVERABLE";
    case ETIMEDOUT: return "ETIMEDOUT";
    default: return "?";
  }
}

static void make(pthread_mutex_t *m, int type, int shared) {
  pthread_mutexattr_t a;
  pthread_mutexattr_init(&a);
  int robust = -1;
  printf("getrobust %s", name(pthread_mutexattr_getrobust(&a, &robust)));
  printf(" %d", robust);
  printf(" setrobust %s", name(pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST)));
  pthread_mutexattr_getrobust(&a, &robust);
  printf(" %d bad %s\n", robust, name(pthread_mutexattr_setrobust(&a, 7)));
  pthread_mutexattr_settype(&a, type);
  if (shared) pthread_mutexattr_setpshared(&a, PTHREAD_PROCESS_SHARED);
  int got;
  pthread_mutexattr_gettype(&a, &got);
  printf("type %d init %s\n", got, name(pthread_mutex_init(m, &a)));
  pthread_mutexattr_destroy(&a);
}

static void *die(void *unused) {
  (void)unused;
  int r = pthread_mutex_lock(&mutex);
  printf("thread locks: %s\n", name(r));
  return NULL;
}

static void *leave_unmended(void *unused) {
  (void)unused;
  int r = pthread_mutex_lock(&mutex);
  printf("thread locks: %s\n", name(r));
  printf("thread unlocks: %s\n", name(pthread_mutex_unlock(&mutex)));
  return NULL;
}

static void *try_only(void *unused) {
  (void)unused;
  printf("other unlock %s\n", name(pthread_mutex_unlock(&mutex)));
  printf("other trylock %s\n", name(pthread_mutex_trylock(&mutex)));
  return NULL;
}

static void run(void *(*f)(void *)) {
  pthread_t t;
  pthread_create(&t, NULL, f, NULL);
  pthread_join(t, NULL);
}

int main(void) {
  int types[] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_ERRORCHECK};
  for (int k = 0; k < 3; k++) {
    make(&mutex, types[k], 0);
    printf("consistent when free: %s\n", name(pthread_mutex_consistent(&mutex)));
    run(die);
    printf("consistent before lock: %s\n", name(pthread_mutex_consistent(&mutex)));
    printf("lock: %s\n", name(pthread_mutex_lock(&mutex)));
    if (types[k] != PTHREAD_MUTEX_NORMAL) {
      int r = pthread_mutex_lock(&mutex);
      printf("again: %s\n", name(r));
      if (r == 0) printf("unlock once: %s\n", name(pthread_mutex_unlock(&mutex)));
    }
    run(try_only);
    printf("consistent: %s\n", name(pthread_mutex_consistent(&mutex)));
    printf("twice: %s\n", name(pthread_mutex_consistent(&mutex)));
    printf("unlock: %s\n", name(pthread_mutex_unlock(&mutex)));
    printf("unlock free: %s\n", name(pthread_mutex_unlock(&mutex)));
    printf("lock: %s\n", name(pthread_mutex_lock(&mutex)));
    printf("unlock: %s\n", name(pthread_mutex_unlock(&mutex)));
    run(die);
    printf("trylock: %s\n", name(pthread_mutex_trylock(&mutex)));
    pthread_mutex_consistent(&mutex);
    pthread_mutex_unlock(&mutex);
    run(die);
    struct timespec past = {1, 0};
    printf("timedlock: %s\n", name(pthread_mutex_timedlock(&mutex, &past)));
    printf("unlock unmended: %s\n", name(pthread_mutex_unlock(&mutex)));
    printf("lock: %s\n", name(pthread_mutex_lock(&mutex)));
    printf("timedlock: %s\n", name(pthread_mutex_timedlock(&mutex, &past)));
    printf("trylock: %s\n", name(pthread_mutex_trylock(&mutex)));
    printf("consistent: %s\n", name(pthread_mutex_consistent(&mutex)));
    printf("destroy: %s\n", name(pthread_mutex_destroy(&mutex)));
  }
  make(&mutex, PTHREAD_MUTEX_NORMAL, 0);
  run(die);
  run(leave_unmended);
  printf("main: %s\n", name(pthread_mutex_lock(&mutex)));
  pthread_mutex_destroy(&mutex);
  make(&mutex, PTHREAD_MUTEX_NORMAL, 0);
  pthread_mutex_lock(&mutex);
  printf("destroy locked: %s\n", name(pthread_mutex_destroy(&mutex)));

  pthread_mutex_t *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  make(shared, PTHREAD_MUTEX_NORMAL, 1);
  fflush(stdout);
  if (fork() == 0) {
    pthread_mutex_lock(shared);
    _exit(3);
  }
  int status;
  wait(&status);
  printf("child's mutex: %s\n", name(pthread_mutex_lock(shared)));
  printf("consistent %s\n", name(pthread_mutex_consistent(shared)));
  printf("unlock %s\n", name(pthread_mutex_unlock(shared)));
  int ready[2];
  pipe(ready);
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    pthread_mutex_lock(shared);
    write(ready[1], "x", 1);
    for (;;) pause();
  }
  char c;
  read(ready[0], &c, 1);
  kill(child, 9);
  printf("killed owner's mutex: %s\n", name(pthread_mutex_lock(shared)));
  waitpid(child, NULL, 0);
  pthread_mutex_consistent(shared);
  pthread_mutex_unlock(shared);
  if (fork() == 0) {
    pthread_mutex_lock(shared);
    execl("/bin/true", "true", NULL);
  }
  wait(NULL);
  printf("exec: %s\n", name(pthread_mutex_lock(shared)));
  return 0;
}
