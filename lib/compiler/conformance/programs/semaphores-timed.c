/* sem_timedwait, and msync on a shared mapping. */
#include <errno.h>
#include <semaphore.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  sem_t *semaphore = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  struct timespec until;
  int value;
  sem_init(semaphore, 1, 1);
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec -= 5;
  printf("there is one: %d\n", sem_timedwait(semaphore, &until));
  printf("too late: %d %s\n", sem_timedwait(semaphore, &until), strerror(errno));
  until.tv_nsec = 1000000000;
  printf("nonsense: %d %s\n", sem_timedwait(semaphore, &until), strerror(errno));
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec += 1;
  until.tv_nsec = 0;
  printf("over: %d %s\n", sem_timedwait(semaphore, &until), strerror(errno));
  fflush(stdout);
  if (fork() == 0) {
    usleep(20000);
    sem_post(semaphore);
    _exit(0);
  }
  until.tv_sec += 10;
  printf("in time: %d\n", sem_timedwait(semaphore, &until));
  wait(NULL);
  sem_getvalue(semaphore, &value);
  printf("value %d\n", value);
  printf("msync %d", msync(semaphore, 4096, MS_SYNC));
  printf(", odd: %d %s\n", msync((char *)semaphore + 1, 100, MS_SYNC), strerror(errno));
  munmap(semaphore, 4096);
  printf("gone: %d %s\n", msync(semaphore, 4096, MS_SYNC), strerror(errno));
  return 0;
}
