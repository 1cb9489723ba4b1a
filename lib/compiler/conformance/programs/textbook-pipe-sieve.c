#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
/* the sieve of Eratosthenes by a chain of processes (McIlroy) */
static void sieve(int in)
{
    int prime, n, fd[2];
    if (read(in, &prime, sizeof prime) != sizeof prime) exit(0);
    printf("%d ", prime); fflush(stdout);
    pipe(fd);
    if (fork() == 0) { close(fd[1]); close(in); sieve(fd[0]); }
    close(fd[0]);
    while (read(in, &n, sizeof n) == sizeof n)
        if (n % prime) write(fd[1], &n, sizeof n);
    close(fd[1]); close(in);
    wait(NULL);
    exit(0);
}
int main(void)
{
    int fd[2];
    pipe(fd);
    if (fork() == 0) { close(fd[1]); sieve(fd[0]); }
    close(fd[0]);
    for (int i = 2; i < 60; i++) write(fd[1], &i, sizeof i);
    close(fd[1]);
    wait(NULL);
    printf("\n");
    return 0;
}
