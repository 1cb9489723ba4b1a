// System V semaphores: values, all-or-nothing operations, waiting for zero, undo, removal.
#include <errno.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

union semun {
  int val;
  struct semid_ds *buf;
  unsigned short *array;
};

static int change(int set, int index, int by, int flags) {
  struct sembuf operation = {index, by, flags};
  return semop(set, &operation, 1);
}

int main(void) {
  setvbuf(stdout, NULL, _IONBF, 0);
  results.a = semget(0x77551, 1, 0600);
  printf("none %d errno %d\n", results.a, errno);
  int set = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600);
  union semun value = {.val = 2};
  results.a = semctl(set, 0, SETVAL, value);
  results.b = semctl(set, 0, GETVAL);
  printf("set %d get %d\n", results.a, results.b);
  results.a = change(set, 0, -1, 0);
  results.b = change(set, 0, -1, 0);
  results.c = change(set, 0, -1, IPC_NOWAIT);
  printf("down %d %d, then %d errno %d\n", results.a, results.b, results.c, errno);
  unsigned short all[3] = {1, 0, 5}, read[3];
  value.array = all;
  semctl(set, 0, SETALL, value);
  struct sembuf both[2] = {{0, -1, IPC_NOWAIT}, {1, -1, IPC_NOWAIT}};
  results.a = semop(set, both, 2);
  printf("all or nothing %d errno %d\n", results.a, errno);
  value.array = read;
  semctl(set, 0, GETALL, value);
  printf("unchanged %d %d %d\n", read[0], read[1], read[2]);
  results.a = change(set, 3, 1, 0);
  printf("no such semaphore %d errno %d\n", results.a, errno);
  results.a = change(set, 2, 32767, 0);
  printf("too large %d errno %d\n", results.a, errno);

  pid_t child = fork();
  if (child == 0) {
    change(set, 1, -2, 0);
    _exit(0);
  }
  sleep(1);
  printf("waiting %d\n", semctl(set, 1, GETNCNT));
  change(set, 1, 1, 0);
  sleep(1);
  results.a = semctl(set, 1, GETNCNT);
  results.b = semctl(set, 1, GETVAL);
  printf("one is not enough: %d, value %d\n", results.a, results.b);
  change(set, 1, 1, 0);
  wait(NULL);
  printf("both taken: %d\n", semctl(set, 1, GETVAL));
  printf("changed by the child: %d\n", semctl(set, 1, GETPID) == child);

  if (fork() == 0) {
    change(set, 2, 0, 0);
    _exit(0);
  }
  sleep(1);
  printf("waiting for zero %d\n", semctl(set, 2, GETZCNT));
  change(set, 2, -5, 0);
  wait(NULL);

  if (fork() == 0) {
    change(set, 0, 3, SEM_UNDO);
    change(set, 0, -1, SEM_UNDO);
    _exit(0);
  }
  wait(NULL);
  printf("undone: %d\n", semctl(set, 0, GETVAL));

  if (fork() == 0) {
    change(set, 2, -1, 0);
    _exit(errno == EIDRM ? 1 : 2);
  }
  sleep(1);
  semctl(set, 0, IPC_RMID);
  int status;
  wait(&status);
  printf("removed under a waiter: %d\n", WEXITSTATUS(status));
  results.a = change(set, 0, 1, 0);
  printf("gone %d errno %d\n", results.a, errno);
  return 0;
}
