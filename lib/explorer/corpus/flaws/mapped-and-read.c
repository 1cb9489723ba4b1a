/* One process changes a file through a mapping, another reads it meanwhile.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  char text[2];
  int file = open("pair", O_CREAT | O_TRUNC | O_RDWR, 0600);
  write(file, "aa", 2);
  char *mapped = mmap(NULL, 2, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (fork() == 0) {
    mapped[0] = 'b';
    mapped[1] = 'b';
    _exit(0);
  }
  usleep(20000);
  pread(file, text, 2, 0);
  assert(text[0] == text[1]); /* here */
  wait(NULL);
  return 0;
}
