#include <stdio.h>
#include <unistd.h>

/* Try: ./prog A & ./prog B & ./prog C &     then: jobs, ps, Ctrl-C, fg */
int main(int argc, char *argv[]) {
    const char *name = argc > 1 ? argv[1] : "?";
    for (int i = 1; i <= 3; i++) {
        printf("%s %d (process %d)\n", name, i, getpid());
        for (volatile int busy = 0; busy < 2000; busy++)
            ;
    }
    return 0;
}
