#include <stdio.h>
#include <pthread.h>
#include <unistd.h>
#define N 5
#define LEFT(i) (((i) + N - 1) % N)
#define RIGHT(i) (((i) + 1) % N)
enum { THINKING, HUNGRY, EATING } state[N];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t self[N];
static int meals[N], conflicts;
static void test(int i) {
  if (state[LEFT(i)] != EATING && state[i] == HUNGRY && state[RIGHT(i)] != EATING) {
    state[i] = EATING;
    pthread_cond_signal(&self[i]);
  }
}

static void pickup(int i) {
  pthread_mutex_lock(&lock);
  state[i] = HUNGRY;
  test(i);
  while (state[i] != EATING) pthread_cond_wait(&self[i], &lock);
  if (state[LEFT(i)] == EATING || state[RIGHT(i)] == EATING) conflicts++;
  pthread_mutex_unlock(&lock);
}

static void putdown(int i) {
  pthread_mutex_lock(&lock);
  state[i] = THINKING;
  test(LEFT(i));
  test(RIGHT(i));
  pthread_mutex_unlock(&lock);
}

static void *philosopher(void *arg) {
  int i = (int)(long)arg;
  for (int k = 0; k < 10; k++) {
    pickup(i);
    meals[i]++;
    putdown(i);
  }
  return arg;
}

int main(void) {
  pthread_t t[N];
  for (int i = 0; i < N; i++) pthread_cond_init(&self[i], NULL);
  for (long i = 0; i < N; i++) pthread_create(&t[i], NULL, philosopher, (void *)i);
  for (int i = 0; i < N; i++) {
    void *r;
    pthread_join(t[i], &r);
    printf("philosopher %ld ate %d\n", (long)r, meals[i]);
  }
  printf("conflicts %d\n", conflicts);
  return 0;
}
