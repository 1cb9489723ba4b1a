#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#define N 6
int main(void)
{
    pid_t pids[N];
    int seen[N] = {0}, i, status;
    for (i = 0; i < N; i++) {
        if ((pids[i] = fork()) == 0) {
            usleep((N - i) * 1000);
            _exit(100 + i);
        }
    }
    pid_t pid;
    while ((pid = waitpid(-1, &status, 0)) > 0) {
        for (i = 0; i < N; i++)
            if (pids[i] == pid)
                break;
        if (i == N || !WIFEXITED(status) || WEXITSTATUS(status) != 100 + i)
            printf("unexpected\n");
        seen[i]++;
    }
    printf("%s\n", strerror(errno));
    for (i = 0; i < N; i++)
        printf("child %d reaped %d time\n", i, seen[i]);
    return 0;
}
