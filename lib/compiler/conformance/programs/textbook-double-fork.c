#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
#include <sys/prctl.h>
/* Avoiding zombies by forking twice; the grandchild reports through a pipe. */
int main(void)
{
    int fd[2];
    pipe(fd);
    pid_t pid = fork();
    if (pid == 0) {
        pid_t first = getpid();
        if (fork() > 0)
            _exit(0);
        while (getppid() == first)
            usleep(1000);
        close(fd[0]);
        dprintf(fd[1], "adopted: %s\n", getppid() == first ? "no" : "yes");
        _exit(0);
    }
    close(fd[1]);
    if (waitpid(pid, NULL, 0) != pid)
        perror("waitpid");
    char buf[100];
    ssize_t n, total = 0;
    while ((n = read(fd[0], buf + total, sizeof buf - 1 - total)) > 0)
        total += n;
    buf[total] = 0;
    fputs(buf, stdout);
    printf("wait: %d\n", wait(NULL));
    return 0;
}
