#include <stdio.h>
int main(void) { printf("before\n"); fflush(stdout); int *p = NULL; *p = 1; printf("after\n"); return 0; }
