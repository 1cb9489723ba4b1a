#include <alloca.h>
#include <string.h>
int main(void) {
  char *copy = alloca(5);
  strcpy(copy, "hello"); // ERROR: out-of-bounds
  return 0;
}
