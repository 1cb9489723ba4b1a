#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Each process makes `children` more, down to `depth`. */
static void grow(int depth, int children) {
    for (int i = 0; i < children && depth > 0; i++) {
        if (fork() == 0) {
            grow(depth - 1, children);
            sleep(2);
            while (wait(NULL) > 0)
                ;
            _exit(0);
        }
    }
}

int main(void) {
    grow(2, 2);
    sleep(1); /* by now all are there */
    system("pstree");
    while (wait(NULL) > 0)
        ;
    return 0;
}
