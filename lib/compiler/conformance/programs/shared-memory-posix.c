/* shm_open, ftruncate, mmap: by name, between relatives. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  shm_unlink("/fy-conformance");
  int fd = shm_open("/fy-conformance", O_CREAT | O_RDWR, 0600);
  if (fd < 0) return 1;
  ftruncate(fd, 4096);
  char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (fork() == 0) {
    int again = shm_open("/fy-conformance", O_RDWR, 0600);
    char *q = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, again, 0);
    strcpy(q, "written by the child");
    q[100] = 77;
    munmap(q, 4096);
    _exit(0);
  }
  wait(NULL);
  printf("%s %d %d\n", p, p[100], p[200]);
  printf("%d %d\n", munmap(p, 4096), shm_unlink("/fy-conformance"));
  printf("%d\n", shm_open("/fy-conformance", O_RDWR, 0600));
  return 0;
}
