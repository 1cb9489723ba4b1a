/* A bounded buffer with semaphores: K producers and K consumers of N items each. */
#include <pthread.h>
#include <semaphore.h>
#ifndef N
#define N 2
#endif
#ifndef K
#define K 2
#endif

int buffer[2], in, out;
sem_t empty, full, mutex;

static void *produce(void *number) {
  for (int k = 0; k < N; k++) {
    sem_wait(&empty);
    sem_wait(&mutex);
    buffer[in] = (int)(long)number;
    in = (in + 1) % 2;
    sem_post(&mutex);
    sem_post(&full);
  }
  return NULL;
}

static void *consume(void *unused) {
  for (int k = 0; k < N; k++) {
    sem_wait(&full);
    sem_wait(&mutex);
    int item = buffer[out];
    (void)item;
    out = (out + 1) % 2;
    sem_post(&mutex);
    sem_post(&empty);
  }
  return unused;
}

int main(void) {
  pthread_t producers[K], consumers[K];
  sem_init(&empty, 0, 2);
  sem_init(&full, 0, 0);
  sem_init(&mutex, 0, 1);
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
