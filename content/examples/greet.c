#include <stdio.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
    printf("%s (process %d) greets %s\n", argv[0], getpid(), argc > 1 ? argv[1] : "nobody");
    return 0;
}
