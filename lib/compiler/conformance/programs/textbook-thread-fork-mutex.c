#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
struct sh {
  pthread_mutex_t m;
  pthread_cond_t c;
  int n;
  int ready;
};
int main(void) {
  struct sh *s = mmap(0, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_mutexattr_t a;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_setpshared(&a, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&s->m, &a);
  pthread_condattr_t ca;
  pthread_condattr_init(&ca);
  pthread_condattr_setpshared(&ca, PTHREAD_PROCESS_SHARED);
  pthread_cond_init(&s->c, &ca);
  for (int i = 0; i < 3; i++) if (fork() == 0) {
    pthread_mutex_lock(&s->m);
    while (!s->ready) pthread_cond_wait(&s->c, &s->m);
    pthread_mutex_unlock(&s->m);
    for (int k = 0; k < 50; k++) {
      pthread_mutex_lock(&s->m);
      s->n++;
      pthread_mutex_unlock(&s->m);
    }
    _exit(0);
  }
  pthread_mutex_lock(&s->m);
  s->ready = 1;
  pthread_cond_broadcast(&s->c);
  pthread_mutex_unlock(&s->m);
  while (wait(0) > 0) ;
  printf("%d\n", s->n);
  pthread_mutex_destroy(&s->m);
  return 0;
}
