#include <unistd.h>
int main(void) {
  char text[] = "hello\n";
  write(1, text, 10); // ERROR: out-of-bounds
  return 0;
}
