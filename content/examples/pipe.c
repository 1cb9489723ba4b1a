#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
    int ends[2]; /* [0] is read, [1] is written */
    pipe(ends);
    if (fork() == 0) {
        char text[64];
        close(ends[1]); /* else the end would never come */
        for (;;) {
            ssize_t n = read(ends[0], text, sizeof text);
            if (n <= 0) break;
            printf("child reads: %.*s\n", (int)n, text);
        }
        return 0;
    }
    close(ends[0]);
    const char *words[] = {"one", "two", "three"};
    for (int i = 0; i < 3; i++) write(ends[1], words[i], strlen(words[i]));
    close(ends[1]);
    wait(NULL);
    return 0;
}
