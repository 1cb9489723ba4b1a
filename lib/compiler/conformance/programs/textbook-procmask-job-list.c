#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <signal.h>
#include <sys/wait.h>
/* CS:APP: adding and deleting jobs without the race */
static pid_t jobs[16]; static volatile sig_atomic_t count, max_seen, left = 10;
static void addjob(pid_t p) { jobs[count++] = p; if (count > max_seen) max_seen = count; }
static void deletejob(pid_t p) {
    for (int i = 0; i < count; i++) if (jobs[i] == p) { jobs[i] = jobs[--count]; left--; return; }
    write(1, "job not found\n", 14);
}
static void on_child(int s) {
    sigset_t all, prev; pid_t pid;
    sigfillset(&all);
    while ((pid = waitpid(-1, NULL, WNOHANG)) > 0) {
        sigprocmask(SIG_BLOCK, &all, &prev);
        deletejob(pid);
        sigprocmask(SIG_SETMASK, &prev, NULL);
    }
}
int main(int argc, char **argv) {
    sigset_t all, one, prev;
    sigfillset(&all); sigemptyset(&one); sigaddset(&one, SIGCHLD);
    signal(SIGCHLD, on_child);
    for (int i = 0; i < 10; i++) {
        sigprocmask(SIG_BLOCK, &one, &prev);
        pid_t pid = fork();
        if (pid == 0) {
            sigprocmask(SIG_SETMASK, &prev, NULL);
            char *args[] = {"/bin/true", NULL};
            execve(args[0], args, NULL);
            _exit(127);
        }
        sigprocmask(SIG_BLOCK, &all, NULL);
        addjob(pid);
        sigprocmask(SIG_SETMASK, &prev, NULL);
    }
    sigprocmask(SIG_BLOCK, &one, &prev);
    while (left) sigsuspend(&prev);
    printf("jobs left %d, at most ten %d\n", count, max_seen <= 10 && max_seen >= 1);
    return 0;
}
