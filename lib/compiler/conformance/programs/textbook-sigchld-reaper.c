#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <signal.h>
#include <errno.h>
#include <sys/wait.h>
#define N 8
static volatile sig_atomic_t reaped, total;
static void handler(int sig)
{
    int saved = errno, status;
    while (waitpid(-1, &status, WNOHANG) > 0) {
        reaped++;
        total += WEXITSTATUS(status);
    }
    errno = saved;
}
int main(void)
{
    struct sigaction sa;
    sa.sa_handler = handler;
    sigemptyset(&sa.sa_mask);
    sa.sa_flags = SA_RESTART | SA_NOCLDSTOP;
    if (sigaction(SIGCHLD, &sa, NULL) == -1) { perror("sigaction"); exit(1); }
    sigset_t block, old;
    sigemptyset(&block);
    sigaddset(&block, SIGCHLD);
    sigprocmask(SIG_BLOCK, &block, &old);
    for (int i = 0; i < N; i++) {
        switch (fork()) {
        case -1: perror("fork"); exit(1);
        case 0: usleep(500 * (i % 3)); _exit(i + 1);
        }
    }
    while (reaped < N)
        sigsuspend(&old);
    sigprocmask(SIG_SETMASK, &old, NULL);
    printf("reaped %d, total %d\n", reaped, total);
    return 0;
}
