/* The mended sibling of flaws/segment-removed-too-early.c.
 */
#include <assert.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int id = shmget(IPC_PRIVATE, 64, 0600);
  if (fork() == 0) {
    void *memory = shmat(id, NULL, 0);
    assert(memory != (void *)-1);
    _exit(0);
  }
  wait(NULL);
  shmctl(id, IPC_RMID, NULL);
  return 0;
}
