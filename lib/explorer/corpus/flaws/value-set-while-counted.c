/* The semaphore is set back to 1 "in case somebody forgot it", while it is taken.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <unistd.h>

static int *inside;

static void work(int set) {
  struct sembuf take = {0, -1, 0}, give = {0, 1, 0};
  semop(set, &take, 1);
  assert(__atomic_fetch_add(inside, 1, __ATOMIC_SEQ_CST) == 0); /* here */
  __atomic_fetch_sub(inside, 1, __ATOMIC_SEQ_CST);
  semop(set, &give, 1);
}

int main(void) {
  int set = semget(IPC_PRIVATE, 1, 0600);
  inside = mmap(NULL, sizeof *inside, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  semctl(set, 0, SETVAL, 1);
  if (fork() == 0) {
    work(set);
    _exit(0);
  }
  usleep(20000);
  if (semctl(set, 0, GETVAL) != 1) semctl(set, 0, SETVAL, 1);
  work(set);
  wait(NULL);
  semctl(set, 0, IPC_RMID);
  return 0;
}
