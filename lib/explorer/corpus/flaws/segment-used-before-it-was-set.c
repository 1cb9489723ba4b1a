/* The second process attaches a segment that the first has created and not yet filled.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  key_t key = 0x464f524b;
  if (fork() == 0) {
    usleep(2000);
    int id = shmget(key, sizeof(int), 0600);
    int *limit = id < 0 ? NULL : shmat(id, NULL, 0);
    assert(limit != NULL && *limit == 10); /* here */
    _exit(0);
  }
  int id = shmget(key, sizeof(int), IPC_CREAT | 0600);
  int *limit = shmat(id, NULL, 0);
  *limit = 10;
  wait(NULL);
  shmctl(id, IPC_RMID, NULL);
  return 0;
}
