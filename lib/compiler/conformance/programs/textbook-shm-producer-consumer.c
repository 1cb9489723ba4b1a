#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#define SLOTS 4
#define ITEMS 40
struct shared { sem_t empty, full, mutex; int in, out; int buffer[SLOTS]; long sum; int taken; };
int main(void)
{
    struct shared *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (s == MAP_FAILED) { perror("mmap"); return 1; }
    sem_init(&s->empty, 1, SLOTS); sem_init(&s->full, 1, 0); sem_init(&s->mutex, 1, 1);
    for (int p = 0; p < 2; p++)
        if (fork() == 0) {
            for (int i = 0; i < ITEMS; i++) {
                sem_wait(&s->empty); sem_wait(&s->mutex);
                s->buffer[s->in] = p * ITEMS + i; s->in = (s->in + 1) % SLOTS;
                sem_post(&s->mutex); sem_post(&s->full);
            }
            _exit(0);
        }
    for (int c = 0; c < 2; c++)
        if (fork() == 0) {
            for (int i = 0; i < ITEMS; i++) {
                sem_wait(&s->full); sem_wait(&s->mutex);
                s->sum += s->buffer[s->out]; s->out = (s->out + 1) % SLOTS; s->taken++;
                sem_post(&s->mutex); sem_post(&s->empty);
            }
            _exit(0);
        }
    while (wait(NULL) > 0) ;
    int e, f; sem_getvalue(&s->empty, &e); sem_getvalue(&s->full, &f);
    printf("taken %d, sum %ld, empty %d, full %d\n", s->taken, s->sum, e, f);
    sem_destroy(&s->empty); sem_destroy(&s->full); sem_destroy(&s->mutex);
    munmap(s, sizeof *s);
    return 0;
}
