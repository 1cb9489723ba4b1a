/* The file is cut off while another process looks at the part that goes, through a mapping.
 *
 * shows: memory
 */
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int file = open("table", O_CREAT | O_TRUNC | O_RDWR, 0600);
  ftruncate(file, 4096);
  char *mapped = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
  if (fork() == 0) {
    usleep(20000);
    ftruncate(file, 0);
    _exit(0);
  }
  if (mapped[0] != 0) write(1, "?", 1); /* here */
  wait(NULL);
  return 0;
}
