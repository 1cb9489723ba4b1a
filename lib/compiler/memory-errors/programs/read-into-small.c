#include <unistd.h>
#include <fcntl.h>
int main(void) {
  char buffer[16];
  int fd = open("/dev/zero", O_RDONLY);
  return read(fd, buffer, 64) < 0; // ERROR: out-of-bounds
}
