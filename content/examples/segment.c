#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
    char *text = shmat(id, NULL, 0);
    if (fork() == 0) {
        strcpy(text, "written by the child");
        shmdt(text);
        return 0;
    }
    wait(NULL);
    printf("parent reads: %s\n", text);
    system("ipcs -m");
    shmdt(text);
    shmctl(id, IPC_RMID, NULL); /* leave it out, and look with ipcs */
    return 0;
}
