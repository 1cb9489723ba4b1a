#include <string.h>
#include <unistd.h>
int main(void) {
  char message[64];
  strcpy(message, "hello");
  write(1, message, sizeof message); // ERROR: uninitialized
  return 0;
}
