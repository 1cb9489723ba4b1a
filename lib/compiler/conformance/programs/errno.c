/* errno, strerror, perror. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  errno = 0;
  int fd = open("/no/such/file", O_RDONLY);
  printf("%d %d %s\n", fd, errno == ENOENT, strerror(errno));
  errno = 0;
  printf("%d %d\n", (int)close(99), errno == EBADF);
  errno = 0;
  printf("%d %s\n", (int)read(77, &fd, 1), strerror(errno));
  FILE *f = fopen("missing.txt", "r");
  printf("%d %d\n", f == NULL, errno);
  for (int e = 1; e < 40; e++) printf("%s\n", strerror(e));
  errno = EACCES;
  perror("not on stdout");
  return errno;
}
