#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  char b;
  printf("%zd %d\n", read(42, &b, 1), errno == EBADF);
  printf("%d %s\n", open("/no/such/file", O_RDONLY), strerror(errno));
  printf("%d %s\n", wait(NULL), strerror(errno));
  printf("%d %s\n", close(-1), strerror(errno));
  printf("%d %d\n", execl("/nothing/here", "x", (char *)NULL), errno == ENOENT);
  printf("%s|%s|%s\n", strerror(0), strerror(EAGAIN), strerror(EPIPE));
  errno = EACCES;
  perror("why");
  printf("%d\n", EINTR);
  return 3;
}
