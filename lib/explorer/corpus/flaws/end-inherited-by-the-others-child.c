/* Two threads make pipe and child each. The second child may have inherited the first one's writing end,
 * so the first never sees the end.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static int kept[2];

static void *second(void *unused) {
  usleep(20000);
  if (fork() == 0) {
    char byte;
    close(kept[1]);
    read(kept[0], &byte, 1); /* here */
    _exit(0);
  }
  return unused;
}

int main(void) {
  int ends[2];
  char byte;
  pthread_t thread;
  pipe(kept);
  pthread_create(&thread, NULL, second, NULL);
  pipe(ends);
  pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    close(kept[1]);
    while (read(ends[0], &byte, 1) > 0) /* here */
      ;
    _exit(0);
  }
  close(ends[0]);
  close(ends[1]);
  waitpid(child, NULL, 0); /* here */
  close(kept[1]);
  pthread_join(thread, NULL);
  wait(NULL);
  return 0;
}
