#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <errno.h>
#include <sys/wait.h>
#include <sys/file.h>
static int lock(int fd, int type, int cmd) {
  struct flock l = {.l_type = type, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0};
  return fcntl(fd, cmd, &l);
}

int main(void) {
  int fd = open("counter", O_RDWR | O_CREAT | O_TRUNC, 0600);
  write(fd, "0\n", 2);
  for (int i = 0; i < 4; i++) if (fork() == 0) {
    for (int k = 0; k < 10; k++) {
      lock(fd, F_WRLCK, F_SETLKW);
      char b[16] = {0};
      pread(fd, b, 15, 0);
      int n = atoi(b);
      int len = sprintf(b, "%d\n", n + 1);
      pwrite(fd, b, len, 0);
      lock(fd, F_UNLCK, F_SETLK);
    }
    _exit(0);
  } while (wait(NULL) > 0);
  char b[16] = {0};
  pread(fd, b, 15, 0);
  printf("counter %s", b);
  lock(fd, F_WRLCK, F_SETLK);
  fflush(stdout);
  if (fork() == 0) {
    struct flock l = {.l_type = F_RDLCK, .l_whence = SEEK_SET};
    fcntl(fd, F_GETLK, &l);
    printf("held by parent: %d type %d\n", l.l_pid == getppid(), l.l_type == F_WRLCK);
    int r = lock(fd, F_RDLCK, F_SETLK);
    printf("%d %d\n", r, errno == EAGAIN || errno == EACCES);
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
  int f2 = open("counter", O_RDWR);
  printf("flock %d\n", flock(fd, LOCK_EX));
  int r = flock(f2, LOCK_EX | LOCK_NB);
  printf("%d %s\n", r, strerror(errno));
  flock(fd, LOCK_UN);
  printf("%d\n", flock(f2, LOCK_SH | LOCK_NB));
  printf("lockf %d\n", lockf(fd, F_TLOCK, 10));
  unlink("counter");
  return 0;
}
