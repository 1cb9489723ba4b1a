/* One thread closes a descriptor that the other still writes to; its number stands for another file by then.
 *
 * shows: output
 * right: 0\n
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int log_file;

static void *write_log(void *unused) {
  write(log_file, "log", 3); /* here */
  return unused;
}

int main(void) {
  pthread_t thread;
  struct stat status;
  log_file = open("log", O_CREAT | O_TRUNC | O_WRONLY, 0600);
  pthread_create(&thread, NULL, write_log, NULL);
  usleep(20000);
  close(log_file);
  int data = open("data", O_CREAT | O_TRUNC | O_WRONLY, 0600);
  pthread_join(thread, NULL);
  fstat(data, &status);
  printf("%d\n", (int)status.st_size);
  return 0;
}
