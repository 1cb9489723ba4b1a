/* A mutex and a condition built of futex(2), and syscall(2) itself. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long futex(atomic_int *word, int operation, int value, const struct timespec *timeout) {
  return syscall(SYS_futex, word, operation, value, timeout, NULL, 0);
}

/* 0 free, 1 taken, 2 taken and somebody may wait. */
static void lock(atomic_int *word) {
  int seen = 0;
  if (atomic_compare_exchange_strong(word, &seen, 1)) return;
  if (seen != 2) seen = atomic_exchange(word, 2);
  while (seen != 0) {
    futex(word, FUTEX_WAIT, 2, NULL);
    seen = atomic_exchange(word, 2);
  }
}

static void unlock(atomic_int *word) {
  if (atomic_exchange(word, 0) == 2) futex(word, FUTEX_WAKE, 1, NULL);
}

static atomic_int taken, gate;
static long count;

static void *add(void *unused) {
  (void)unused;
  while (atomic_load(&gate) == 0) futex(&gate, FUTEX_WAIT_PRIVATE, 0, NULL);
  for (int k = 0; k < 500; k++) {
    lock(&taken);
    count++;
    unlock(&taken);
  }
  return NULL;
}

int main(void) {
  printf("pid %d tid %d\n", syscall(SYS_getpid) == getpid(), syscall(SYS_gettid) == gettid());
  long written = syscall(SYS_write, 1, "", 0);
  printf("wrote %ld\n", written);
  errno = 0;
  printf("no such call %ld %s\n", syscall(998), strerror(errno));
  printf("bad descriptor %ld %s\n", syscall(__NR_close, 77), strerror(errno));

  pthread_t threads[4];
  for (int k = 0; k < 4; k++) pthread_create(&threads[k], NULL, add, NULL);
  atomic_store(&gate, 1);
  futex(&gate, FUTEX_WAKE_PRIVATE, 1000, NULL);
  for (int k = 0; k < 4; k++) pthread_join(threads[k], NULL);
  printf("count %ld\n", count);

  atomic_int word = 5;
  long result = futex(&word, FUTEX_WAIT, 4, NULL);
  printf("another value %ld %s\n", result, strerror(errno));
  result = futex(&word, FUTEX_WAIT, 5, &(struct timespec){0, 1000000});
  printf("in vain %ld %s\n", result, strerror(errno));
  result = futex(&word, FUTEX_WAIT, 5, &(struct timespec){0, 2000000000});
  printf("no time %ld %s\n", result, strerror(errno));
  result = futex((atomic_int *)((char *)&word + 1), FUTEX_WAKE, 1, NULL);
  printf("crooked %ld %s\n", result, strerror(errno));
  printf("nobody waits %ld\n", futex(&word, FUTEX_WAKE, 1, NULL));
  struct timespec until;
  clock_gettime(CLOCK_MONOTONIC, &until);
  result = syscall(SYS_futex, &word, FUTEX_WAIT_BITSET, 5, &until, NULL, FUTEX_BITSET_MATCH_ANY);
  printf("until now %ld %s\n", result, strerror(errno));
  result = syscall(SYS_futex, &word, FUTEX_WAKE_BITSET, 1, NULL, NULL, 0);
  printf("no bits %ld %s\n", result, strerror(errno));

  /* Between processes. */
  atomic_int *shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  fflush(stdout);
  if (fork() == 0) {
    while (atomic_load(shared) == 0) futex(shared, FUTEX_WAIT, 0, NULL);
    printf("child saw %d\n", atomic_load(shared));
    fflush(stdout);
    syscall(SYS_exit_group, 3);
  }
  usleep(2000);
  atomic_store(shared, 9);
  futex(shared, FUTEX_WAKE, 1, NULL);
  int status;
  wait(&status);
  printf("exit %d\n", WEXITSTATUS(status));
  return 0;
}
