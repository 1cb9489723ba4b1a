/** Programs whose views are looked at: processes that make processes, that pass bytes on, that share memory. */
export const EVENT_PROGRAMS = {
  'fork tree': `#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int k = 0; k < 3; k++)
    if (fork() == 0) {
      if (k == 1 && fork() == 0) {
        usleep(300);
        _exit(9);
      }
      usleep(40 * k);
      _exit(k);
    }
  while (wait(NULL) > 0) {
  }
  return 0;
}
`,
  pipeline: `#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int in[2], out[2];
  char buffer[16];
  pipe(in);
  pipe(out);
  if (fork() == 0) {
    close(in[1]);
    close(out[0]);
    ssize_t n;
    while ((n = read(in[0], buffer, 4)) > 0) {
      for (int k = 0; k < n; k++) buffer[k] = (char)toupper(buffer[k]);
      write(out[1], buffer, (size_t)n);
    }
    _exit(0);
  }
  close(in[0]);
  close(out[1]);
  write(in[1], "hello, world", 12);
  close(in[1]);
  ssize_t n;
  while ((n = read(out[0], buffer, sizeof buffer)) > 0) fwrite(buffer, 1, (size_t)n, stdout);
  wait(NULL);
  close(77);
  return 0;
}
`,
  'bounded buffer': `#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#define SIZE 2
struct shared {
  sem_t empty, full, mutex;
  int in, out, items[SIZE];
};
int main(void) {
  struct shared *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&s->empty, 1, SIZE);
  sem_init(&s->full, 1, 0);
  sem_init(&s->mutex, 1, 1);
  if (fork() == 0) {
    for (int k = 0; k < 6; k++) {
      sem_wait(&s->empty);
      sem_wait(&s->mutex);
      s->items[s->in++ % SIZE] = k;
      sem_post(&s->mutex);
      sem_post(&s->full);
    }
    _exit(0);
  }
  for (int k = 0; k < 6; k++) {
    sem_wait(&s->full);
    sem_wait(&s->mutex);
    printf("%d\\n", s->items[s->out++ % SIZE]);
    sem_post(&s->mutex);
    sem_post(&s->empty);
  }
  wait(NULL);
  return 0;
}
`,
} as const;
