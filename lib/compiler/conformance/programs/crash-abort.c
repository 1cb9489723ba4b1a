#include <assert.h>
#include <stdio.h>
int main(void) { assert(1 + 1 == 2); puts("checked"); fflush(stdout); assert(0 && "wrong"); return 0; }
