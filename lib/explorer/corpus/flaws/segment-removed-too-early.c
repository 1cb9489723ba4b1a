/* The parent removes the segment after a while; a child that has not attached it yet can't any
 * more.
 *
 * shows: assert
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
    assert(memory != (void *)-1); /* here */
    _exit(0);
  }
  usleep(20000);
  shmctl(id, IPC_RMID, NULL);
  wait(NULL);
  return 0;
}
