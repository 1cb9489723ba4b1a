/* access says that the file may be written; when it is opened that is over.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  close(open("notes", O_CREAT | O_WRONLY, 0600));
  if (fork() == 0) {
    usleep(20000);
    rename("notes", "old-notes");
    _exit(0);
  }
  if (access("notes", W_OK) == 0) {
    int notes = open("notes", O_WRONLY);
    assert(notes >= 0); /* here */
  }
  wait(NULL);
  unlink("old-notes");
  return 0;
}
