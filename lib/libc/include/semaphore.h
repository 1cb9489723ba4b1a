/* POSIX semaphores, sem_overview(7) */
#ifndef _SEMAPHORE_H
#define _SEMAPHORE_H
#include <fcntl.h>
#include <sys/types.h>
#include <time.h>
typedef union {
  char __size[32];
  long __align;
} sem_t;
#define SEM_FAILED ((sem_t *)0)
#define SEM_VALUE_MAX 2147483647
sem_t *sem_open(const char *name, int flags, ...);
int sem_close(sem_t *semaphore);
int sem_unlink(const char *name);
int sem_init(sem_t *semaphore, int shared, unsigned int value);
int sem_destroy(sem_t *semaphore);
int sem_wait(sem_t *semaphore);
int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until);
int sem_trywait(sem_t *semaphore);
int sem_post(sem_t *semaphore);
int sem_getvalue(sem_t *restrict semaphore, int *restrict value);
int sem_clockwait(sem_t *restrict semaphore, clockid_t clock, const struct timespec *restrict until);
#endif
