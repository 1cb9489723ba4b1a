#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define BSIZE 4 /* room for three */

struct shared {
    int in, out;
    int item[BSIZE];
};

int main(void) {
    struct shared *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (fork() == 0) {
        for (int k = 1; k <= 6; k++) {
            while ((s->in + 1) % BSIZE == s->out)
                ; /* full */
            s->item[s->in] = k;
            s->in = (s->in + 1) % BSIZE;
        }
        _exit(0);
    }
    for (int k = 1; k <= 6; k++) {
        while (s->in == s->out)
            ; /* empty */
        printf("%d\n", s->item[s->out]);
        s->out = (s->out + 1) % BSIZE;
    }
    wait(NULL);
    return 0;
}
