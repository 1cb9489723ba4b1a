#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    pid_t zombie = fork();
    if (zombie == 0) return 0; /* ends at once; nobody has waited for it yet */

    if (fork() == 0) {
        if (fork() == 0) {
            sleep(1); /* its parent ends meanwhile */
            printf("orphan %d has a new parent: %d\n", getpid(), getppid());
            return 0;
        }
        return 0;
    }
    sleep(2);
    system("ps");
    while (wait(NULL) > 0)
        ;
    return 0;
}
