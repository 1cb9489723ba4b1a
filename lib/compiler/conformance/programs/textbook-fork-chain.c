#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/types.h>
#include <sys/wait.h>

int main(void)
{
    setbuf(stdout, NULL);
    pid_t first = getpid(), parent = 0;
    int i;
    for (i = 0; i < 5; i++) {
        pid_t me = getpid();
        pid_t child = fork();
        if (child == -1)
            exit(EXIT_FAILURE);
        if (child > 0) {
            int status;
            pid_t done = wait(&status);
            printf("level %d: child %s, status %d, is child: %d\n", i,
                   done == child ? "mine" : "other", WEXITSTATUS(status), done != first);
            exit(i + 1);
        }
        parent = me;
        if (getppid() != parent)
            printf("wrong parent\n");
    }
    printf("leaf at level %d\n", i);
    return i + 1;
}
