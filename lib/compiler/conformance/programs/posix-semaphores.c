#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
struct shared { sem_t mutex; int count; };
int main(void) {
  struct shared *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&s->mutex, 1, 1);
  for (int c = 0; c < 3; c++) if (fork() == 0) { for (int i = 0; i < 200; i++) { sem_wait(&s->mutex); s->count++; sem_post(&s->mutex); } _exit(0); }
  while (wait(NULL) > 0);
  int v; sem_getvalue(&s->mutex, &v);
  printf("%d %d\n", s->count, v);
  sem_unlink("/conformance");
  sem_t *named = sem_open("/conformance", O_CREAT | O_EXCL, 0600, 0);
  if (fork() == 0) { write(1, "child\n", 6); sem_post(named); _exit(0); }
  sem_wait(named); write(1, "parent\n", 7); wait(NULL);
  printf("%d ", sem_trywait(named)); printf("%d\n", errno == EAGAIN);
  printf("%d %d\n", sem_close(named), sem_unlink("/conformance"));
  printf("%d ", sem_open("/conformance", 0) == SEM_FAILED); printf("%d\n", errno == ENOENT);
  return sem_destroy(&s->mutex);
}
