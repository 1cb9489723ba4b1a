/* A bounded buffer with a mutex and two conditions: K producers and K consumers of N items each. */
#include <pthread.h>
#ifndef N
#define N 2
#endif
#ifndef K
#define K 2
#endif
#define SIZE 2

int buffer[SIZE], in, out, count;
pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t room = PTHREAD_COND_INITIALIZER, items = PTHREAD_COND_INITIALIZER;

static void *produce(void *number) {
  for (int k = 0; k < N; k++) {
    pthread_mutex_lock(&mutex);
    while (count == SIZE)
      pthread_cond_wait(&room, &mutex);
    buffer[in] = (int)(long)number;
    in = (in + 1) % SIZE;
    count++;
    pthread_cond_signal(&items);
    pthread_mutex_unlock(&mutex);
  }
  return NULL;
}

static void *consume(void *unused) {
  for (int k = 0; k < N; k++) {
    pthread_mutex_lock(&mutex);
    while (count == 0)
      pthread_cond_wait(&items, &mutex);
    int item = buffer[out];
    (void)item;
    out = (out + 1) % SIZE;
    count--;
    pthread_cond_signal(&room);
    pthread_mutex_unlock(&mutex);
  }
  return unused;
}

int main(void) {
  pthread_t producers[K], consumers[K];
  for (long number = 0; number < K; number++) {
    pthread_create(&producers[number], NULL, produce, (void *)number);
    pthread_create(&consumers[number], NULL, consume, NULL);
  }
  for (int number = 0; number < K; number++) {
    pthread_join(producers[number], NULL);
    pthread_join(consumers[number], NULL);
  }
  return 0;
}
