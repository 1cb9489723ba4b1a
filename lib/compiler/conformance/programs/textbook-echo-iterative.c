#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <sys/wait.h>
static void die(const char *s) { perror(s); exit(1); }
int main(void)
{
    int ls = socket(AF_INET, SOCK_STREAM, 0); if (ls < 0) die("socket");
    int on = 1; setsockopt(ls, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in a; memset(&a, 0, sizeof a);
    a.sin_family = AF_INET; a.sin_addr.s_addr = htonl(INADDR_LOOPBACK); a.sin_port = 0;
    if (bind(ls, (struct sockaddr *)&a, sizeof a) < 0) die("bind");
    if (listen(ls, 5) < 0) die("listen");
    socklen_t len = sizeof a; getsockname(ls, (struct sockaddr *)&a, &len);
    for (int c = 0; c < 3; c++)
        if (fork() == 0) {
            close(ls);
            int s = socket(AF_INET, SOCK_STREAM, 0);
            if (connect(s, (struct sockaddr *)&a, sizeof a) < 0) die("connect");
            FILE *f = fdopen(s, "r+"); char line[80]; int ok = 1;
            for (int i = 0; i < 4; i++) {
                char want[80]; sprintf(want, "client %d line %d\n", c, i);
                write(s, want, strlen(want));
                if (!fgets(line, sizeof line, f) || strcmp(line, want)) ok = 0;
            }
            fclose(f); exit(ok ? 10 + c : 1);
        }
    int total = 0; char buf[256];
    for (int c = 0; c < 3; c++) {
        struct sockaddr_in peer; socklen_t pl = sizeof peer; char ip[INET_ADDRSTRLEN];
        int s = accept(ls, (struct sockaddr *)&peer, &pl); if (s < 0) die("accept");
        printf("connection from %s\n", inet_ntop(AF_INET, &peer.sin_addr, ip, sizeof ip)); fflush(stdout);
        ssize_t n; while ((n = read(s, buf, sizeof buf)) > 0) { total += n; write(s, buf, n); }
        close(s);
    }
    int st, sum = 0; while (wait(&st) > 0) sum += WEXITSTATUS(st);
    printf("echoed %d bytes, statuses %d\n", total, sum);
    return 0;
}
