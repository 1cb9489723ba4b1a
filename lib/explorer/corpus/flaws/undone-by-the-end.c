/* The lock is taken with SEM_UNDO, and the work left to a child: the lock is given back when the parent of
 * that child ends, not when the work is done.
 *
 * shows: assert
 */
#define _GNU_SOURCE
#include <assert.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <unistd.h>

static int *working;

int main(void) {
  int ends[2];
  int lock = semget(IPC_PRIVATE, 1, 0600);
  struct sembuf take = {0, -1, SEM_UNDO}, give = {0, 1, 0};
  semop(lock, &give, 1);
  pipe(ends);
  working = mmap(NULL, sizeof *working, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    semop(lock, &take, 1);
    *working = 1;
    if (fork() == 0) {
      *working = 0;
      _exit(0);
    }
    usleep(20000);
    _exit(0);
  }
  wait(NULL);
  semop(lock, &take, 1);
  assert(*working == 0); /* here */
  semctl(lock, 0, IPC_RMID);
  return 0;
}
