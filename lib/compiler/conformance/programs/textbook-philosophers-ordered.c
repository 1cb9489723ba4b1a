#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>
#include <semaphore.h>
#include <sys/wait.h>
#include <sys/mman.h>
#define N 5
int main(void)
{
    sem_t *fork_[N]; char name[32];
    int *meals = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANON, -1, 0);
    for (int i = 0; i < N; i++) {
        snprintf(name, sizeof name, "/tbphil_%d_%d", (int)getpid(), i);
        fork_[i] = sem_open(name, O_CREAT | O_EXCL, 0600, 1);
        if (fork_[i] == SEM_FAILED) { perror("sem_open"); return 1; }
        sem_unlink(name);
    }
    for (int i = 0; i < N; i++)
        if (fork() == 0) {
            int lo = i < (i + 1) % N ? i : (i + 1) % N, hi = i < (i + 1) % N ? (i + 1) % N : i;
            for (int k = 0; k < 8; k++) {
                sem_wait(fork_[lo]); sem_wait(fork_[hi]);
                meals[i]++;
                sem_post(fork_[hi]); sem_post(fork_[lo]);
            }
            _exit(0);
        }
    int n = 0; while (wait(NULL) > 0) n++;
    printf("%d philosophers:", n);
    for (int i = 0; i < N; i++) { printf(" %d", meals[i]); sem_close(fork_[i]); }
    printf("\n");
    return 0;
}
