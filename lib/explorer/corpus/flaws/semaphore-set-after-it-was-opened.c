/* SysV: creating the semaphore and setting it are two steps. The second process waits on it, or
 * adds to it, before it is set.
 *
 * shows: output
 * right: 2\n
 */
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <unistd.h>

static void change(int id, int by) {
  struct sembuf operation = {0, by, 0};
  semop(id, &operation, 1);
}

int main(void) {
  int id = semget(IPC_PRIVATE, 1, 0600);
  if (fork() == 0) {
    usleep(2000);
    change(id, 1); /* one more */
    _exit(0);
  }
  semctl(id, 0, SETVAL, 1); /* here */
  wait(NULL);
  printf("%d\n", semctl(id, 0, GETVAL));
  semctl(id, 0, IPC_RMID);
  return 0;
}
