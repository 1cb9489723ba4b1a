/* umask is the whole process's: while one thread has set it for a private file, another makes a public one.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

static void *make_private(void *unused) {
  usleep(20000);
  mode_t before = umask(077);
  close(open("private", O_CREAT | O_WRONLY, 0666));
  umask(before);
  return unused;
}

int main(void) {
  struct stat status;
  pthread_t thread;
  umask(0);
  unlink("public");
  pthread_create(&thread, NULL, make_private, NULL);
  int file = open("public", O_CREAT | O_WRONLY, 0644);
  fstat(file, &status);
  assert((status.st_mode & 0777) == 0644); /* here */
  pthread_join(thread, NULL);
  return 0;
}
