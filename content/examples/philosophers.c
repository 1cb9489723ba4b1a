#include <pthread.h>
#include <stdio.h>

#define COUNT 3

/* Explore it: is there an order in which all of them starve? Which change prevents it? */
static pthread_mutex_t chopstick[COUNT];

static void *philosopher(void *argument) {
    long me = (long)argument;
    pthread_mutex_t *left = &chopstick[me], *right = &chopstick[(me + 1) % COUNT];
    pthread_mutex_lock(left);
    pthread_mutex_lock(right);
    printf("philosopher %ld eats\n", me);
    pthread_mutex_unlock(right);
    pthread_mutex_unlock(left);
    return NULL;
}

int main(void) {
    pthread_t threads[COUNT];
    for (int k = 0; k < COUNT; k++) pthread_mutex_init(&chopstick[k], NULL);
    for (long k = 0; k < COUNT; k++) pthread_create(&threads[k], NULL, philosopher, (void *)k);
    for (int k = 0; k < COUNT; k++) pthread_join(threads[k], NULL);
    return 0;
}
