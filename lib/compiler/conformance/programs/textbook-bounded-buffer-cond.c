#include <stdio.h>
#include <stdlib.h>
#include <pthread.h>
#define SIZE 8
typedef struct {
  int data[SIZE];
  int count, head, tail;
  pthread_mutex_t m;
  pthread_cond_t not_full, not_empty;
} queue_t;
static queue_t q = {.m = PTHREAD_MUTEX_INITIALIZER, .not_full = PTHREAD_COND_INITIALIZER,
    .not_empty = PTHREAD_COND_INITIALIZER};
static void put(int v) {
  pthread_mutex_lock(&q.m);
  while (q.count == SIZE) pthread_cond_wait(&q.not_full, &q.m);
  q.data[q.tail] = v;
  q.tail = (q.tail + 1) % SIZE;
  q.count++;
  pthread_cond_signal(&q.not_empty);
  pthread_mutex_unlock(&q.m);
}

static int get(void) {
  pthread_mutex_lock(&q.m);
  while (q.count == 0) pthread_cond_wait(&q.not_empty, &q.m);
  int v = q.data[q.head];
  q.head = (q.head + 1) % SIZE;
  q.count--;
  pthread_cond_signal(&q.not_full);
  pthread_mutex_unlock(&q.m);
  return v;
}

static void *producer(void *a) {
  int id = *(int *)a;
  for (int i = 1; i <= 50; i++) put(id * 1000 + i);
  put(-1);
  return NULL;
}

static void *consumer(void *a) {
  long *sum = calloc(1, sizeof *sum);
  int v;
  while ((v = get()) != -1) *sum += v;
  pthread_exit(sum);
}

int main(void) {
  pthread_t p[3], c[3];
  int ids[3] = {1, 2, 3};
  long total = 0;
  for (int i = 0; i < 3; i++) {
    pthread_create(&p[i], NULL, producer, &ids[i]);
    pthread_create(&c[i], NULL, consumer, NULL);
  }
  for (int i = 0; i < 3; i++) {
    void *r;
    pthread_join(p[i], NULL);
    pthread_join(c[i], &r);
    total += *(long *)r;
    free(r);
  }
  printf("total %ld, left %d\n", total, q.count);
  return 0;
}
