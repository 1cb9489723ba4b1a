/* The working directory is the whole process's: one thread changes it while another opens by a short name.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

static void *look_elsewhere(void *unused) {
  usleep(20000);
  chdir("/");
  return unused;
}

int main(void) {
  pthread_t thread;
  close(open("here", O_CREAT | O_WRONLY, 0600));
  pthread_create(&thread, NULL, look_elsewhere, NULL);
  int file = open("here", O_RDONLY);
  assert(file >= 0); /* here */
  pthread_join(thread, NULL);
  return 0;
}
