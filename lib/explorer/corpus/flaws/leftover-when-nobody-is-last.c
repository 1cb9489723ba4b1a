/* Who ends last removes the segment. If both end at once nobody thinks of being last.
 *
 * shows: leftover
 */
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

static int id;
static int *users;

static void leave(void) {
  int left = *users - 1;
  *users = left;
  if (left == 0) shmctl(id, IPC_RMID, NULL); /* here */
}

int main(void) {
  id = shmget(IPC_PRIVATE, sizeof(int), 0600);
  users = shmat(id, NULL, 0);
  *users = 2;
  if (fork() == 0) {
    leave();
    _exit(0);
  }
  usleep(1000);
  leave();
  wait(NULL);
  return 0;
}
