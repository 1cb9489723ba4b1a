#include <stdio.h>
#include <unistd.h>
#include <pthread.h>
#include <semaphore.h>
static sem_t customers, barber, seat;
static int waiting, served, turned;
static void *barb(void *x) {
  for (;;) {
    sem_wait(&customers);
    sem_wait(&seat);
    if (waiting == 0) {
      sem_post(&seat);
      return 0;
    }
    waiting--;
    served++;
    sem_post(&barber);
    sem_post(&seat);
  }
}

static void *cust(void *x) {
  sem_wait(&seat);
  if (waiting < 3) {
    waiting++;
    sem_post(&customers);
    sem_post(&seat);
    sem_wait(&barber);
  } else {
    turned++;
    sem_post(&seat);
  }
  return 0;
}

int main(void) {
  pthread_t b, c[12];
  sem_init(&customers, 0, 0);
  sem_init(&barber, 0, 0);
  sem_init(&seat, 0, 1);
  pthread_create(&b, 0, barb, 0);
  for (int i = 0; i < 12; i++) pthread_create(&c[i], 0, cust, 0);
  for (int i = 0; i < 12; i++) pthread_join(c[i], 0);
  sem_post(&customers);
  pthread_join(b, 0);
  printf("served + turned away: %d\n", served + turned);
  return 0;
}
