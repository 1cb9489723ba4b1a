#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>
struct shared { int count; char text[20]; };
int main(void) {
  int id = shmget(IPC_PRIVATE, sizeof(struct shared), IPC_CREAT | 0600);
  struct shared *s = shmat(id, NULL, 0);
  int *heap = malloc(4 * sizeof *heap), local[3];
  heap[0] = 1;
  local[1] = 2;
  if (fork() == 0) {
    heap[1] = heap[0] + local[1];
    local[0] = heap[1];
    s->count = local[0];
    strcpy(s->text, "from the child");
    free(heap);
    exit(0);
  }
  wait(NULL);
  heap[2] = heap[0];
  printf("%d %s %d\n", s->count, s->text, heap[2] + local[1]);
  shmdt(s);
  shmctl(id, IPC_RMID, NULL);
  int *m = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  m[0] = m[5] + 1;
  m[1023] = m[0];
  printf("%d\n", m[1023]);
  munmap(m, 4096);
  free(heap);
  return 0;
}
