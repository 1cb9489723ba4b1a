#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  shm_unlink("/conformance-memory");
  int fd = shm_open("/conformance-memory", O_CREAT | O_RDWR, 0600);
  ftruncate(fd, 8192);
  struct stat st; fstat(fd, &st);
  char *p = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (fork() == 0) { int again = shm_open("/conformance-memory", O_RDWR, 0); char *q = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, again, 0); strcpy(q + 5000, "other mapping"); _exit(q == MAP_FAILED); }
  wait(NULL);
  printf("%ld %s %d\n", (long)st.st_size, p + 5000, p[0]);
  char *private = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) { strcpy(private, "mine"); _exit(0); }
  wait(NULL);
  printf("%d %d %d\n", private[0], munmap(p, 8192), shm_unlink("/conformance-memory"));
  printf("%d\n", shm_open("/conformance-memory", O_RDWR, 0));
  return 0;
}
