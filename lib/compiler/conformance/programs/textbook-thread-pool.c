#include <stdio.h>
#include <stdlib.h>
#include <pthread.h>
typedef struct task {
  void (*fn)(void *);
  void *arg;
  struct task *next;
} task;
static struct {
  task *head, **tail;
  int n, active, stop;
  pthread_mutex_t m;
  pthread_cond_t work, idle;
} pool = {.m = PTHREAD_MUTEX_INITIALIZER, .work = PTHREAD_COND_INITIALIZER, .idle = PTHREAD_COND_INITIALIZER};
static void *worker(void *x) {
  long done = 0;
  pthread_mutex_lock(&pool.m);
  for (;;) {
    while (!pool.head && !pool.stop) pthread_cond_wait(&pool.work, &pool.m);
    if (!pool.head) break;
    task *t = pool.head;
    if (!(pool.head = t->next)) pool.tail = &pool.head;
    pool.active++;
    pthread_mutex_unlock(&pool.m);
    t->fn(t->arg);
    free(t);
    done++;
    pthread_mutex_lock(&pool.m);
    if (--pool.active == 0 && !pool.head) pthread_cond_broadcast(&pool.idle);
  }
  pthread_mutex_unlock(&pool.m);
  return (void *)done;
}

static void submit(void (*fn)(void *), void *arg) {
  task *t = malloc(sizeof *t);
  t->fn = fn;
  t->arg = arg;
  t->next = NULL;
  pthread_mutex_lock(&pool.m);
  *pool.tail = t;
  pool.tail = &t->next;
  pthread_cond_signal(&pool.work);
  pthread_mutex_unlock(&pool.m);
}

static int primes[40];
static void is_prime(void *p) {
  int *x = p, n = x - primes;
  *x = n > 1;
  for (int d = 2; d * d <= n; d++) if (n % d == 0) *x = 0;
}

int main(void) {
  pthread_t t[4];
  pool.tail = &pool.head;
  for (int i = 0; i < 4; i++) pthread_create(&t[i], 0, worker, 0);
  for (int i = 0; i < 40; i++) submit(is_prime, &primes[i]);
  pthread_mutex_lock(&pool.m);
  while (pool.head || pool.active) pthread_cond_wait(&pool.idle, &pool.m);
  pool.stop = 1;
  pthread_cond_broadcast(&pool.work);
  pthread_mutex_unlock(&pool.m);
  long total = 0;
  for (int i = 0; i < 4; i++) {
    void *r;
    pthread_join(t[i], &r);
    total += (long)r;
  }
  for (int i = 0; i < 40; i++) if (primes[i]) printf("%d ", i);
  printf("\ntasks %ld\n", total);
  return 0;
}
