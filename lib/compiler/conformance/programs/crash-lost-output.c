#include <stdio.h>
int main(void) { printf("still in the buffer\n"); int z = 0; return 10 / z; }
