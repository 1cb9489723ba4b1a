/* SysV semaphores could be taken both at once; here they are taken one after the other.
 *
 * shows: deadlock
 */
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <unistd.h>

static int id;

static void take(int which) {
  struct sembuf operation = {which, -1, 0};
  semop(id, &operation, 1); /* here */
}

static void give(int which) {
  struct sembuf operation = {which, 1, 0};
  semop(id, &operation, 1);
}

static void work(int first, int second) {
  take(first);
  take(second);
  give(first);
  give(second);
}

int main(void) {
  id = semget(IPC_PRIVATE, 2, 0600);
  give(0);
  give(1);
  if (fork() == 0) {
    work(0, 1);
    _exit(0);
  }
  usleep(1000);
  work(1, 0);
  wait(NULL);
  semctl(id, 0, IPC_RMID);
  return 0;
}
