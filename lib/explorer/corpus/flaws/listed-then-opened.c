/* A file that was found in the directory is gone when it is opened.
 *
 * shows: assert
 */
#include <assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  mkdir("box", 0700);
  close(open("box/note", O_CREAT | O_WRONLY, 0600));
  if (fork() == 0) {
    usleep(20000);
    unlink("box/note");
    _exit(0);
  }
  DIR *box = opendir("box");
  for (struct dirent *entry; (entry = readdir(box)) != NULL;)
    if (strcmp(entry->d_name, "note") == 0) {
      int note = openat(dirfd(box), "note", O_RDONLY);
      assert(note >= 0); /* here */
    }
  closedir(box);
  wait(NULL);
  rmdir("box");
  return 0;
}
