#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static volatile sig_atomic_t presses;

static void pressed(int signal) {
    presses++;
}

int main(void) {
    signal(SIGINT, pressed);
    puts("press Ctrl-C three times");
    while (presses < 3) {
        pause();
        printf("%d\n", (int)presses);
    }
    puts("enough");
    return 0;
}
