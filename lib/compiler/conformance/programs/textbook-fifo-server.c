#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <errno.h>
#include <sys/stat.h>
#include <sys/wait.h>
/* TLPI: a sequence-number server with FIFOs */
struct request { pid_t pid; int len; };
struct response { int seq; };
#define SERVER "seqnum_sv"
static void client_name(char *b, pid_t p) { sprintf(b, "seqnum_cl.%ld", (long)p); }
int main(void)
{
    umask(0);
    if (mkfifo(SERVER, 0622) == -1 && errno != EEXIST) { perror("mkfifo"); return 1; }
    pid_t server = fork();
    if (server == 0) {
        int in = open(SERVER, O_RDONLY), dummy = open(SERVER, O_WRONLY), seq = 0, served = 0;
        struct request r;
        while (served < 3 && read(in, &r, sizeof r) == sizeof r) {
            char name[64]; client_name(name, r.pid);
            int out = open(name, O_WRONLY);
            struct response resp = {seq};
            write(out, &resp, sizeof resp);
            close(out);
            seq += r.len; served++;
        }
        close(dummy);
        exit(seq);
    }
    int lens[] = {3, 5, 7};
    for (int i = 0; i < 3; i++) {
        pid_t c = fork();
        if (c == 0) {
            char name[64]; client_name(name, getpid());
            mkfifo(name, 0622);
            struct request r = {getpid(), lens[i]};
            int out = open(SERVER, O_WRONLY);
            write(out, &r, sizeof r);
            int in = open(name, O_RDONLY);
            struct response resp;
            if (read(in, &resp, sizeof resp) == sizeof resp) printf("client %d: %d\n", i, resp.seq);
            unlink(name);
            exit(0);
        }
        waitpid(c, NULL, 0);
    }
    int status; waitpid(server, &status, 0);
    printf("server ended with %d\n", WEXITSTATUS(status));
    struct stat st; stat(SERVER, &st);
    printf("is fifo %d mode %o\n", S_ISFIFO(st.st_mode), st.st_mode & 0777);
    unlink(SERVER);
    return 0;
}
