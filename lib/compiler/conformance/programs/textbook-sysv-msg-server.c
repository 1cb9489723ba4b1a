#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <errno.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/wait.h>
struct msg { long mtype; struct { pid_t from; char text[40]; } body; };
int main(void)
{
    int q = msgget(IPC_PRIVATE, IPC_CREAT | 0600);
    if (q < 0) { perror("msgget"); return 1; }
    pid_t server = fork();
    if (server == 0) {
        struct msg m; int served = 0;
        while (msgrcv(q, &m, sizeof m.body, 1, 0) >= 0) {
            if (strcmp(m.body.text, "quit") == 0) exit(served);
            for (char *p = m.body.text; *p; p++) if (*p >= 'a' && *p <= 'z') *p -= 32;
            m.mtype = m.body.from; served++;
            msgsnd(q, &m, sizeof m.body, 0);
        }
        exit(99);
    }
    const char *words[] = {"apple", "Banana", "cherry pie"};
    for (int i = 0; i < 3; i++) {
        pid_t c = fork();
        if (c == 0) {
            struct msg m = {1}; m.body.from = getpid(); strcpy(m.body.text, words[i]);
            msgsnd(q, &m, sizeof m.body, 0);
            msgrcv(q, &m, sizeof m.body, getpid(), 0);
            printf("client %d: %s\n", i, m.body.text);
            exit(0);
        }
        waitpid(c, NULL, 0);
    }
    struct msg m = {1}; strcpy(m.body.text, "quit"); msgsnd(q, &m, sizeof m.body, 0);
    int st; waitpid(server, &st, 0);
    printf("served %d\n", WEXITSTATUS(st));
    printf("empty: %s\n", msgrcv(q, &m, sizeof m.body, 0, IPC_NOWAIT) < 0 ? strerror(errno) : "got");
    msgctl(q, IPC_RMID, NULL);
    printf("removed: %s\n", msgsnd(q, &m, 1, 0) < 0 ? strerror(errno) : "sent");
    return 0;
}
