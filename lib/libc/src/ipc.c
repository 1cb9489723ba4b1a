/* System V shared memory, semaphores and messages, POSIX semaphores: svipc(7), sem_overview(7). */
#include <errno.h>
#include <semaphore.h>
#include <stdarg.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <forkyard/intrinsics.h>

long __result(long result);

key_t ftok(const char *path, int id) {
  struct stat about;
  if (stat(path, &about) < 0) return -1;
  return (key_t)((unsigned int)(about.st_ino & 0xffff) | (unsigned int)(about.st_dev & 0xff) << 16 |
                 (unsigned int)id << 24);
}

int shmget(key_t key, size_t bytes, int flags) {
  return (int)__result(__syscall(SYS_shmget, key, bytes, flags));
}

void *shmat(int id, const void *address, int flags) {
  return (void *)__result(__syscall(SYS_shmat, id, address, flags));
}

int shmdt(const void *address) {
  return (int)__result(__syscall(SYS_shmdt, address));
}

int shmctl(int id, int command, struct shmid_ds *data) {
  return (int)__result(__syscall(SYS_shmctl, id, command, data));
}

int semget(key_t key, int count, int flags) {
  return (int)__result(__syscall(SYS_semget, key, count, flags));
}

int semop(int id, struct sembuf *operations, size_t count) {
  return (int)__result(__syscall(SYS_semop, id, operations, count));
}

int semtimedop(int id, struct sembuf *operations, size_t count, const struct timespec *timeout) {
  return (int)__result(__syscall(SYS_semtimedop, id, operations, count, timeout));
}

int semctl(int id, int number, int command, ...) {
  long argument = 0;
  if (command == SETVAL || command == GETALL || command == SETALL || command == IPC_STAT ||
      command == IPC_SET || command == IPC_INFO || command == SEM_INFO || command == SEM_STAT ||
      command == SEM_STAT_ANY) {
    va_list args;
    va_start(args, command);
    argument = va_arg(args, long);
    va_end(args);
  }
  if (command == SETVAL) argument = (int)argument;
  return (int)__result(__syscall(SYS_semctl, id, number, command, argument));
}

int msgget(key_t key, int flags) {
  return (int)__result(__syscall(SYS_msgget, key, flags));
}

int msgsnd(int id, const void *message, size_t bytes, int flags) {
  return (int)__result(__syscall(SYS_msgsnd, id, message, bytes, flags));
}

ssize_t msgrcv(int id, void *message, size_t max, long type, int flags) {
  return __result(__syscall(SYS_msgrcv, id, message, max, type, flags));
}

int msgctl(int id, int command, struct msqid_ds *data) {
  return (int)__result(__syscall(SYS_msgctl, id, command, data));
}

sem_t *sem_open(const char *name, int flags, ...) {
  mode_t mode = 0;
  unsigned int value = 0;
  if (flags & O_CREAT) {
    va_list args;
    va_start(args, flags);
    mode = va_arg(args, mode_t);
    value = va_arg(args, unsigned int);
    va_end(args);
  }
  long result = __result(__syscall(SYS_sem_open, name, flags, mode, value));
  return result == -1 ? SEM_FAILED : (sem_t *)result;
}

int sem_close(sem_t *semaphore) {
  return (int)__result(__syscall(SYS_sem_close, semaphore));
}

int sem_unlink(const char *name) {
  return (int)__result(__syscall(SYS_sem_unlink, name));
}

int sem_init(sem_t *semaphore, int shared, unsigned int value) {
  return (int)__result(__syscall(SYS_sem_init, semaphore, shared, value));
}

int sem_destroy(sem_t *semaphore) {
  return (int)__result(__syscall(SYS_sem_destroy, semaphore));
}

int sem_wait(sem_t *semaphore) {
  int result = (int)__syscall(SYS_sem_wait, semaphore);
  if (result < 0) return (int)__result(result);
  return result;
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
  return (int)__result(__syscall(SYS_sem_timedwait, semaphore, until));
}

int sem_trywait(sem_t *semaphore) {
  return (int)__result(__syscall(SYS_sem_trywait, semaphore));
}

int sem_post(sem_t *semaphore) {
  int result = (int)__syscall(SYS_sem_post, semaphore);
  if (result < 0) return (int)__result(result);
  return result;
}

int sem_getvalue(sem_t *restrict semaphore, int *restrict value) {
  return (int)__result(__syscall(SYS_sem_getvalue, semaphore, value));
}

/* The kernel waits by CLOCK_REALTIME, whose distance from the other is always the same here. */
int sem_clockwait(sem_t *restrict semaphore, clockid_t clock, const struct timespec *restrict until) {
  struct timespec real, other, moved;
  if (clock == CLOCK_REALTIME) return sem_timedwait(semaphore, until);
  if (clock != CLOCK_MONOTONIC) {
    errno = EINVAL;
    return -1;
  }
  if (until->tv_nsec < 0 || until->tv_nsec >= 1000000000) return sem_timedwait(semaphore, until);
  clock_gettime(CLOCK_MONOTONIC, &other);
  clock_gettime(CLOCK_REALTIME, &real);
  long nanoseconds = until->tv_nsec + real.tv_nsec - other.tv_nsec;
  moved.tv_sec = until->tv_sec + real.tv_sec - other.tv_sec;
  if (nanoseconds < 0) {
    nanoseconds += 1000000000;
    moved.tv_sec--;
  } else if (nanoseconds >= 1000000000) {
    nanoseconds -= 1000000000;
    moved.tv_sec++;
  }
  moved.tv_nsec = nanoseconds;
  return sem_timedwait(semaphore, &moved);
}
