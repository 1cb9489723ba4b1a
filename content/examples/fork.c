#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int count = 10;
    pid_t pid = fork();
    if (pid == 0) {
        count++;
        printf("child  %d: count is %d\n", getpid(), count);
        return 0;
    }
    wait(NULL);
    printf("parent %d: count is %d, my child was %d\n", getpid(), count, pid);
    return 0;
}
