/* Writing to a string literal ends the process with SIGSEGV. */
#include <unistd.h>

int main(void) {
  char *s = "literal";
  write(1, s, 7);
  s[0] = 'L';
  write(1, s, 7);
  return 0;
}
