#include <stdio.h>
#include <stdlib.h>

int with_value = 1; /* data */
int without;        /* bss */

static void place(const char *what, const void *address) {
    printf("%-8s %p\n", what, (void *)address);
}

int main(int argc, char *argv[]) {
    int local = 2;
    int *block = malloc(100);
    place("text", (void *)main);
    place("data", &with_value);
    place("bss", &without);
    place("heap", block);
    place("stack", &local);
    place("argv", argv);
    free(block);
    return argc - 1;
}
