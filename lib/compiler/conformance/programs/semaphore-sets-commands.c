/* semctl's commands, semtimedop, several operations at once, SEM_UNDO, waiters counted. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

union semun {
  int val;
  struct semid_ds *buf;
  unsigned short *array;
  struct seminfo *info;
};

static int set;

static void show(const char *what) {
  unsigned short values[3];
  union semun all = {.array = values};
  semctl(set, 0, GETALL, all);
  printf("%s: %d %d %d\n", what, values[0], values[1], values[2]);
}

int main(void) {
  union semun argument;
  struct semid_ds about;
  set = semget(IPC_PRIVATE, 3, 0640);
  unsigned short start[3] = {1, 2, 3};
  argument.array = start;
  printf("SETALL %d\n", semctl(set, 0, SETALL, argument));
  show("values");
  struct sembuf both[2] = {{0, -1, 0}, {2, -4, IPC_NOWAIT}};
  printf("all or nothing: %d %s\n", semop(set, both, 2), strerror(errno));
  show("unchanged");
  both[1].sem_op = -3;
  printf("both: %d\n", semop(set, both, 2));
  show("after");
  argument.val = 40000;
  printf("SETVAL too big: %d %s\n", semctl(set, 0, SETVAL, argument), strerror(errno));
  struct sembuf up = {0, 32767, 0}, more = {0, 1, 0}, down = {0, -1, 0}, zero = {1, 0, IPC_NOWAIT};
  semop(set, &up, 1);
  printf("past the maximum: %d %s\n", semop(set, &more, 1), strerror(errno));
  printf("wait for zero: %d %s\n", semop(set, &zero, 1), strerror(errno));
  printf("no such semaphore: %d %s\n", semop(set, &(struct sembuf){7, 1, 0}, 1), strerror(errno));
  printf("no operations: %d %s\n", semop(set, &up, 0), strerror(errno));
  argument.val = 0;
  semctl(set, 0, SETVAL, argument);
  struct timespec little = {0, 20000000};
  printf("timed: %d %s\n", semtimedop(set, &down, 1, &little), strerror(errno));
  fflush(stdout);
  if (fork() == 0) {
    struct sembuf wait_zero = {1, 0, 0};
    semop(set, &wait_zero, 1);
    _exit(0);
  }
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      struct timespec long_time = {5, 0};
      _exit(semtimedop(set, &down, 1, &long_time) == 0 ? 7 : 8);
    }
  while (semctl(set, 0, GETNCNT) < 2 || semctl(set, 1, GETZCNT) < 1) usleep(1000);
  printf("waiting: %d for more, %d for zero\n", semctl(set, 0, GETNCNT), semctl(set, 1, GETZCNT));
  argument.val = 2;
  semctl(set, 0, SETVAL, argument);
  argument.val = 0;
  semctl(set, 1, SETVAL, argument);
  int status, sum = 0;
  while (wait(&status) > 0) sum += WEXITSTATUS(status);
  printf("sum of exits %d\n", sum);
  if (fork() == 0) {
    struct sembuf undone[2] = {{2, 5, SEM_UNDO}, {0, 3, 0}};
    semop(set, undone, 2);
    _exit(0);
  }
  wait(NULL);
  show("undone");
  pid_t pid = fork();
  if (pid == 0) {
    semop(set, &more, 1);
    _exit(0);
  }
  wait(NULL);
  printf("GETPID %d\n", semctl(set, 0, GETPID) == pid);
  argument.buf = &about;
  semctl(set, 0, IPC_STAT, argument);
  printf("%lu semaphores, mode %o, mine %d, operated %d\n", about.sem_nsems, about.sem_perm.mode,
         about.sem_perm.uid == getuid() && about.sem_perm.cuid == getuid(), about.sem_otime > 0);
  about.sem_perm.mode = 0600;
  printf("IPC_SET %d\n", semctl(set, 0, IPC_SET, argument));
  semctl(set, 0, IPC_STAT, argument);
  printf("mode %o\n", about.sem_perm.mode);
  fflush(stdout);
  if (fork() == 0) {
    struct sembuf much = {2, -100, 0};
    int result = semop(set, &much, 1);
    printf("removed under it: %d %s\n", result, strerror(errno));
    fflush(stdout);
    _exit(0);
  }
  while (semctl(set, 2, GETNCNT) < 1) usleep(1000);
  semctl(set, 0, IPC_RMID);
  wait(NULL);
  printf("gone: %d %s\n", semctl(set, 0, GETVAL), strerror(errno));
  printf("none: %d %s\n", semget(IPC_PRIVATE, 0, 0600), strerror(errno));
  return 0;
}
