/* Threads count, lock, publish and claim by atomic operations alone: no update is ever lost. */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

#define THREADS 4
#define ROUNDS 500

static atomic_int counter;
static _Atomic long sum;
static int by_builtin;
static _Atomic double halves;
static atomic_flag lock = ATOMIC_FLAG_INIT;
static int guarded;
static atomic_int next_ticket;
static int claimed[THREADS * 10];
static int message;
static atomic_bool published;
static int *_Atomic position;
static int cells[THREADS * ROUNDS + 1];

static void *work(void *argument) {
  long mine = (long)argument;
  for (int k = 0; k < ROUNDS; k++) {
    counter++;
    sum += mine;
    __atomic_fetch_add(&by_builtin, 2, __ATOMIC_RELAXED);
    halves += 0.5;
    position++;
    while (atomic_flag_test_and_set_explicit(&lock, memory_order_acquire)) sched_yield();
    guarded++;
    atomic_flag_clear_explicit(&lock, memory_order_release);
  }
  int ticket;
  while ((ticket = atomic_fetch_add(&next_ticket, 1)) < THREADS * 10) claimed[ticket]++;
  return NULL;
}

static void *publish(void *unused) {
  (void)unused;
  message = 42;
  atomic_store_explicit(&published, 1, memory_order_release);
  return NULL;
}

int main(void) {
  pthread_t threads[THREADS], publisher;
  position = cells;
  for (long k = 0; k < THREADS; k++) pthread_create(&threads[k], NULL, work, (void *)(k + 1));
  pthread_create(&publisher, NULL, publish, NULL);
  while (!atomic_load_explicit(&published, memory_order_acquire)) sched_yield();
  printf("message %d\n", message);
  for (int k = 0; k < THREADS; k++) pthread_join(threads[k], NULL);
  pthread_join(publisher, NULL);
  int once = 0;
  for (int k = 0; k < THREADS * 10; k++) once += claimed[k] == 1;
  printf("%d %ld %d %g %d\n", counter, sum, by_builtin, halves, guarded);
  printf("%d claimed once, position %d\n", once, (int)(position - cells));
  return 0;
}
