#include <stdio.h>
int main(void) { char *s = "constant"; puts("trying"); fflush(stdout); s[0] = 'C'; puts(s); return 0; }
