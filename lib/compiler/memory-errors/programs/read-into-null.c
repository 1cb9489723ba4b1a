#include <unistd.h>
int main(void) {
  char *buffer = NULL;
  return read(0, buffer, 10) == 10; // ERROR: invalid-argument
}
