/* Mutexes, conditions, barriers and semaphores that processes share; semaphores between threads. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN 3
#define ROUNDS 200

struct shared {
  pthread_mutex_t mutex;
  pthread_cond_t changed;
  pthread_barrier_t barrier;
  pthread_rwlock_t lock;
  sem_t semaphore;
  int counter, turn, order[CHILDREN], serial;
};

static sem_t ping, pong;
static char text[64];
static int length;

static void *plays(void *argument) {
  sem_t *mine = argument;
  sem_t *other = mine == &ping ? &pong : &ping;
  for (int k = 0; k < 10; k++) {
    sem_wait(mine);
    text[length++] = mine == &ping ? 'i' : 'o';
    sem_post(other);
  }
  return NULL;
}

static void child(struct shared *shared, int number) {
  for (int k = 0; k < ROUNDS; k++) {
    pthread_mutex_lock(&shared->mutex);
    shared->counter++;
    pthread_mutex_unlock(&shared->mutex);
  }
  if (pthread_barrier_wait(&shared->barrier) == PTHREAD_BARRIER_SERIAL_THREAD) {
    pthread_rwlock_wrlock(&shared->lock);
    shared->serial++;
    pthread_rwlock_unlock(&shared->lock);
  }
  pthread_mutex_lock(&shared->mutex);
  while (shared->turn != CHILDREN - 1 - number)
    pthread_cond_wait(&shared->changed, &shared->mutex);
  shared->order[shared->turn++] = number;
  pthread_cond_broadcast(&shared->changed);
  pthread_mutex_unlock(&shared->mutex);
  sem_post(&shared->semaphore);
  _exit(0);
}

int main(void) {
  struct shared *shared =
      mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_mutexattr_t mutex;
  pthread_condattr_t condition;
  pthread_barrierattr_t barrier;
  pthread_rwlockattr_t lock;
  int is_shared;
  pthread_mutexattr_init(&mutex);
  pthread_mutexattr_getpshared(&mutex, &is_shared);
  printf("private %d", is_shared == PTHREAD_PROCESS_PRIVATE);
  pthread_mutexattr_setpshared(&mutex, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_getpshared(&mutex, &is_shared);
  printf(", shared %d, bad %d\n", is_shared == PTHREAD_PROCESS_SHARED,
         pthread_mutexattr_setpshared(&mutex, 7) == EINVAL);
  pthread_condattr_init(&condition);
  pthread_condattr_setpshared(&condition, PTHREAD_PROCESS_SHARED);
  pthread_barrierattr_init(&barrier);
  pthread_barrierattr_setpshared(&barrier, PTHREAD_PROCESS_SHARED);
  pthread_rwlockattr_init(&lock);
  pthread_rwlockattr_setpshared(&lock, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&shared->mutex, &mutex);
  pthread_cond_init(&shared->changed, &condition);
  pthread_barrier_init(&shared->barrier, &barrier, CHILDREN);
  pthread_rwlock_init(&shared->lock, &lock);
  sem_init(&shared->semaphore, 1, 0);
  for (int k = 0; k < CHILDREN; k++)
    if (fork() == 0) child(shared, k);
  for (int k = 0; k < CHILDREN; k++) sem_wait(&shared->semaphore);
  while (wait(NULL) > 0);
  printf("counter %d, serial %d, order", shared->counter, shared->serial);
  for (int k = 0; k < CHILDREN; k++) printf(" %d", shared->order[k]);
  printf("\n");

  pthread_t a, b;
  int value;
  sem_init(&ping, 0, 1);
  sem_init(&pong, 0, 0);
  pthread_create(&a, NULL, plays, &pong);
  pthread_create(&b, NULL, plays, &ping);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  sem_getvalue(&ping, &value);
  printf("%s, ping %d", text, value);
  sem_getvalue(&pong, &value);
  printf(", pong %d, try %d\n", value, sem_trywait(&pong) < 0 && errno == EAGAIN);
  return 0;
}
