#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  char *home = getenv("NO_SUCH_VARIABLE");
  printf("%zu\n", strlen(home)); // ERROR: null-pointer
  return 0;
}
