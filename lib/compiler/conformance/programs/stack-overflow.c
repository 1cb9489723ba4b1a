#include <stdio.h>
static int deep(int n) { volatile int pad[100]; pad[0] = n; return deep(n + 1) + pad[0]; }
int main(void) { puts("down"); fflush(stdout); return deep(0); }
