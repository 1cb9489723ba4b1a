// System V shared memory: sharing, attach counts, removal at the last detach.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

static int attached(int id) {
  struct shmid_ds about;
  return shmctl(id, IPC_STAT, &about) < 0 ? -errno : (int)about.shm_nattch;
}

int main(void) {
  setvbuf(stdout, NULL, _IONBF, 0);
  key_t key = 0x77552;
  results.a = shmget(key, 100, 0600);
  printf("none %d errno %d\n", results.a, errno);
  int id = shmget(key, 5000, IPC_CREAT | IPC_EXCL | 0600);
  results.b = shmget(key, 5000, IPC_CREAT | IPC_EXCL | 0600);
  printf("created %d, again %d errno %d\n", id >= 0, results.b, errno);
  results.a = shmget(key, 100, 0) == id;
  results.b = shmget(key, 6000, 0);
  printf("found %d, larger %d errno %d\n", results.a, results.b, errno);
  results.a = shmget(IPC_PRIVATE, 0, IPC_CREAT | 0600);
  printf("empty %d errno %d\n", results.a, errno);
  char *memory = shmat(id, NULL, 0);
  printf("zeroed %d attached %d\n", memory[0] == 0 && memory[4999] == 0, attached(id));
  struct shmid_ds about;
  shmctl(id, IPC_STAT, &about);
  results.a = about.shm_segsz;
  results.b = about.shm_cpid == getpid();
  printf("size %d creator %d\n", results.a, results.b);
  if (fork() == 0) {
    printf("child: attached %d\n", attached(id));
    strcpy(memory, "from the child");
    char *second = shmat(id, NULL, 0);
    printf("child: twice %d %s\n", attached(id), second);
    second[0] = 'F';
    shmdt(second);
    printf("child: detached %d\n", attached(id));
    _exit(0);
  }
  wait(NULL);
  printf("%s, attached %d\n", memory, attached(id));
  shmctl(id, IPC_RMID, NULL);
  results.b = shmget(key, 100, 0);
  printf("marked: still %s, by key %d errno %d\n", memory, results.b, errno);
  printf("attached %d\n", attached(id));
  results.a = shmdt(memory);
  results.b = shmdt(memory);
  printf("detach %d, again %d errno %d\n", results.a, results.b, errno);
  printf("gone %d\n", attached(id) == -EINVAL || attached(id) == -EIDRM);

  // A private variable is not shared.
  int mine = 1;
  if (fork() == 0) {
    mine = 2;
    _exit(mine - 2);
  }
  wait(NULL);
  printf("mine %d\n", mine);
  return 0;
}
