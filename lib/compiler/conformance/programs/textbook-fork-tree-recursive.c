#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

/* A binary tree of processes: each node waits for both children and reports their sum. */
static int grow(int depth, int label)
{
    int sum = label;
    if (depth == 0)
        return sum;
    for (int side = 0; side < 2; side++) {
        fflush(stdout);
        pid_t pid = fork();
        if (pid < 0) {
            perror("fork");
            exit(1);
        }
        if (pid == 0)
            exit(grow(depth - 1, 2 * label + side));
        int status;
        if (waitpid(pid, &status, 0) != pid)
            perror("waitpid");
        if (WIFEXITED(status))
            sum += WEXITSTATUS(status);
    }
    printf("node %d: sum %d\n", label, sum);
    return sum & 0x7f;
}

int main(void)
{
    printf("root gives %d\n", grow(3, 1));
    return 0;
}
