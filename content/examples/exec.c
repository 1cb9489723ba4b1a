#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    if (fork() == 0) {
        execl("./greet", "greet", "everybody", (char *)NULL);
        perror("exec"); /* only if there is no such program */
        _exit(127);
    }
    wait(NULL);
    puts("the child has become another program, and ended");
    return 0;
}
