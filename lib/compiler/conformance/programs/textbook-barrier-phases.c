#include <stdio.h>
#include <stdlib.h>
#include <pthread.h>
#define T 4
#define N 16
static pthread_barrier_t bar;
static int a[2][N];
static int serials;
static pthread_spinlock_t spin;
static void *work(void *arg) {
  int id = (int)(long)arg;
  for (int step = 0; step < 6; step++) {
    int *from = a[step % 2], *to = a[(step + 1) % 2];
    for (int i = id * N / T; i < (id + 1) * N / T; i++) to[i] = from[(i + N - 1) % N] + from[(i + 1) % N];
    if (pthread_barrier_wait(&bar) == PTHREAD_BARRIER_SERIAL_THREAD) {
      pthread_spin_lock(&spin);
      serials++;
      pthread_spin_unlock(&spin);
    }
  }
  return NULL;
}

int main(void) {
  pthread_t t[T];
  pthread_barrier_init(&bar, NULL, T);
  pthread_spin_init(&spin, 0);
  a[0][N / 2] = 1;
  for (long i = 0; i < T; i++) pthread_create(&t[i], 0, work, (void *)i);
  for (int i = 0; i < T; i++) pthread_join(t[i], 0);
  for (int i = 0; i < N; i++) printf("%d ", a[0][i]);
  printf("\nserial %d\n", serials);
  pthread_barrier_destroy(&bar);
  return 0;
}
