/* The mended sibling of flaws/semaphore-set-after-it-was-opened.c.
 *
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
  semctl(id, 0, SETVAL, 1);
  if (fork() == 0) {
    change(id, 1); /* one more */
    _exit(0);
  }
  wait(NULL);
  printf("%d\n", semctl(id, 0, GETVAL));
  semctl(id, 0, IPC_RMID);
  return 0;
}
