#include <stdio.h>
#include <string.h>
#include <sys/msg.h>
#include <sys/wait.h>
#include <unistd.h>

struct letter {
    long type; /* whom it is for */
    char text[32];
};

int main(void) {
    int box = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
    for (long who = 1; who <= 2; who++) {
        if (fork() == 0) {
            struct letter letter;
            msgrcv(box, &letter, sizeof letter.text, who, 0);
            printf("process %ld gets \"%s\"\n", who, letter.text);
            return 0;
        }
    }
    struct letter second = {2, "for the second"}, first = {1, "for the first"};
    msgsnd(box, &second, sizeof second.text, 0);
    msgsnd(box, &first, sizeof first.text, 0);
    while (wait(NULL) > 0)
        ;
    msgctl(box, IPC_RMID, NULL);
    return 0;
}
