#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void tell(const char *what) {
    int status;
    pid_t pid = wait(&status);
    if (WIFEXITED(status))
        printf("%s: process %d exited with %d\n", what, pid, WEXITSTATUS(status));
    else if (WIFSIGNALED(status))
        printf("%s: process %d was ended by signal %d\n", what, pid, WTERMSIG(status));
}

int main(void) {
    if (fork() == 0) exit(7);
    tell("exit(7)");
    if (fork() == 0) abort();
    tell("abort()");
    if (fork() == 0) {
        int *nowhere = NULL;
        *nowhere = 1;
    }
    tell("a bad pointer");
    return 0;
}
