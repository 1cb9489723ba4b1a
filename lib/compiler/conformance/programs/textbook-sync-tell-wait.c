#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <signal.h>
#include <sys/wait.h>
/* APUE: TELL_WAIT with signals */
static volatile sig_atomic_t sigflag;
static sigset_t newmask, oldmask, zeromask;
static void sig_usr(int signo) { sigflag = 1; }
static void TELL_WAIT(void) {
    signal(SIGUSR1, sig_usr); signal(SIGUSR2, sig_usr);
    sigemptyset(&zeromask); sigemptyset(&newmask);
    sigaddset(&newmask, SIGUSR1); sigaddset(&newmask, SIGUSR2);
    sigprocmask(SIG_BLOCK, &newmask, &oldmask);
}
static void TELL_PARENT(pid_t pid) { kill(pid, SIGUSR2); }
static void TELL_CHILD(pid_t pid) { kill(pid, SIGUSR1); }
static void WAIT(void) { while (sigflag == 0) sigsuspend(&zeromask); sigflag = 0; }
static void charatatime(char *str) {
    setbuf(stdout, NULL);
    for (char *p = str; *p; p++) putc(*p, stdout);
}
int main(void) {
    TELL_WAIT();
    pid_t pid = fork();
    if (pid == 0) {
        for (int i = 0; i < 3; i++) { WAIT(); charatatime("output from child\n"); TELL_PARENT(getppid()); }
        exit(0);
    }
    for (int i = 0; i < 3; i++) { charatatime("output from parent\n"); TELL_CHILD(pid); WAIT(); }
    wait(NULL);
    return 0;
}
