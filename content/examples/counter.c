#include <pthread.h>
#include <stdio.h>

/* Run it: 4. Explore it: what else can come out? */
static int counter;

static void *work(void *unused) {
    for (int i = 0; i < 2; i++) counter++;
    return unused;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", counter);
    return 0;
}
