#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The array is gone when the function returns. Change it to static, or to
 * malloc: what is different for two callers, and who frees it? */
char *get_name(void) {
    char name[16];
    strcpy(name, "Ada");
    return name;
}

int main(void) {
    char *name = get_name();
    printf("hello %s\n", name);
    return 0;
}
