/* The writer makes the file anew by truncating it; the reader sees it empty in between.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

static void save(const char *text) {
  int file = open("settings", O_CREAT | O_TRUNC | O_WRONLY, 0600);
  write(file, text, 3);
  close(file);
}

int main(void) {
  save("old");
  if (fork() == 0) {
    usleep(20000);
    save("new");
    _exit(0);
  }
  char text[4];
  int file = open("settings", O_RDONLY);
  assert(read(file, text, 3) == 3); /* here */
  wait(NULL);
  return 0;
}
