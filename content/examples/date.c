#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PORT 6013

static struct sockaddr_in local(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(PORT)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

static void client(void) {
    struct sockaddr_in address = local();
    char text[64];
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    connect(fd, (struct sockaddr *)&address, sizeof address);
    ssize_t n = read(fd, text, sizeof text);
    printf("the server says: %.*s", (int)n, text);
    close(fd);
}

int main(void) {
    struct sockaddr_in address = local();
    int listening = socket(AF_INET, SOCK_STREAM, 0);
    bind(listening, (struct sockaddr *)&address, sizeof address);
    listen(listening, 5);
    if (fork() == 0) {
        client();
        return 0;
    }
    int fd = accept(listening, NULL, NULL);
    time_t now = time(NULL);
    const char *date = ctime(&now);
    write(fd, date, strlen(date));
    close(fd);
    wait(NULL);
    return 0;
}
