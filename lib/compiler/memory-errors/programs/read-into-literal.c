#include <unistd.h>
int main(void) {
  char *line = "          ";
  return read(0, line, 5) == 5; // ERROR: invalid-argument
}
