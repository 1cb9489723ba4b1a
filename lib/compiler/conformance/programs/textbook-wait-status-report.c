#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static void pr_exit(int status)
{
    if (WIFEXITED(status))
        printf("normal termination, exit status = %d\n", WEXITSTATUS(status));
    else if (WIFSIGNALED(status))
        printf("abnormal termination, signal %d (%s)\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
    else if (WIFSTOPPED(status))
        printf("child stopped, signal = %d\n", WSTOPSIG(status));
    else if (WIFCONTINUED(status))
        printf("continued\n");
    fflush(stdout);
}
int main(void)
{
    pid_t pid;
    int status;
    if ((pid = fork()) == 0)
        exit(7);
    wait(&status);
    pr_exit(status);
    if ((pid = fork()) == 0)
        abort();
    wait(&status);
    pr_exit(status);
    int sigs[] = {SIGTERM, SIGKILL, SIGUSR1, SIGHUP, SIGPIPE, SIGALRM, SIGINT};
    for (int i = 0; i < sizeof sigs / sizeof sigs[0]; i++) {
        if ((pid = fork()) == 0) {
            raise(sigs[i]);
            _exit(99);
        }
        waitpid(pid, &status, 0);
        pr_exit(status);
    }
    if ((pid = fork()) == 0)
        for (;;)
            pause();
    kill(pid, SIGSTOP);
    waitpid(pid, &status, WUNTRACED);
    pr_exit(status);
    kill(pid, SIGCONT);
    waitpid(pid, &status, WCONTINUED);
    pr_exit(status);
    kill(pid, SIGTERM);
    waitpid(pid, &status, 0);
    pr_exit(status);
    printf("%d\n", waitpid(pid, &status, WNOHANG));
    return 0;
}
