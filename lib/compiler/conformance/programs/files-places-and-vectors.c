/* Offsets: lseek, pread, readv, append, shared and separate descriptions. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static long at(int fd) {
  return (long)lseek(fd, 0, SEEK_CUR);
}

int main(void) {
  char name[] = "/tmp/placesXXXXXX";
  char text[64] = "";
  int fd = mkstemp(name);
  write(fd, "0123456789", 10);
  printf("at %ld, end %ld\n", at(fd), (long)lseek(fd, 0, SEEK_END));
  printf("pread %zd %.3s at %ld\n", pread(fd, text, 3, 4), text, at(fd));
  printf("pwrite %zd at %ld\n", pwrite(fd, "ABC", 3, 2), at(fd));
  lseek(fd, -4, SEEK_END);
  printf("read %zd %.4s\n", read(fd, text, 10), text);
  printf("at the end %zd\n", read(fd, text, 10));
  printf("negative: %ld %s\n", (long)lseek(fd, -1, SEEK_SET), strerror(errno));
  printf("bad whence: %ld %s\n", (long)lseek(fd, 0, 9), strerror(errno));
  printf("past the end %ld\n", (long)lseek(fd, 20, SEEK_SET));
  write(fd, "x", 1);
  struct stat about;
  fstat(fd, &about);
  printf("size %ld\n", (long)about.st_size);
  memset(text, '?', sizeof text);
  printf("hole %zd %d %d %d\n", pread(fd, text, 30, 8), text[2], text[5], text[12]);
  printf("data %ld hole %ld\n", (long)lseek(fd, 0, SEEK_DATA), (long)lseek(fd, 0, SEEK_HOLE));
  printf("data past the end: %ld %s\n", (long)lseek(fd, 21, SEEK_DATA), strerror(errno));
  char first[4], second[8];
  struct iovec parts[3] = {{first, 4}, {NULL, 0}, {second, 8}};
  lseek(fd, 0, SEEK_SET);
  printf("readv %zd %.4s %.6s\n", readv(fd, parts, 3), first, second);
  struct iovec out[2] = {{"one ", 4}, {"two", 3}};
  lseek(fd, 0, SEEK_SET);
  printf("writev %zd at %ld\n", writev(fd, out, 2), at(fd));
  int other = open(name, O_RDONLY), twin = dup(fd);
  printf("other at %ld, twin at %ld\n", at(other), at(twin));
  lseek(twin, 1, SEEK_SET);
  printf("moved together: %ld, other %ld\n", at(fd), at(other));
  if (fork() == 0) {
    lseek(fd, 3, SEEK_CUR);
    lseek(other, 2, SEEK_SET);
    _exit(0);
  }
  wait(NULL);
  printf("after the child: %ld %ld\n", at(fd), at(other));
  int append = open(name, O_WRONLY | O_APPEND);
  printf("append starts at %ld\n", at(append));
  write(append, "END", 3);
  printf("then %ld\n", at(append));
  lseek(append, 0, SEEK_SET);
  write(append, "!", 1);
  fstat(fd, &about);
  printf("size %ld\n", (long)about.st_size);
  printf("flags %o %o\n", fcntl(append, F_GETFL) & (O_ACCMODE | O_APPEND),
         fcntl(other, F_GETFL) & (O_ACCMODE | O_APPEND));
  fcntl(append, F_SETFL, 0);
  printf("append off: %d\n", (fcntl(append, F_GETFL) & O_APPEND) != 0);
  printf("write to a reader: %zd %s\n", write(other, "x", 1), strerror(errno));
  printf("read from a writer: %zd %s\n", read(append, text, 1), strerror(errno));
  printf("dup2 %d, F_DUPFD %d, cloexec %d\n", dup2(fd, 20), fcntl(fd, F_DUPFD, 15),
         fcntl(fcntl(fd, F_DUPFD_CLOEXEC, 30), F_GETFD));
  printf("dup3 to itself: %d %s\n", dup3(fd, fd, 0), strerror(errno));
  printf("closed: %zd %s\n", (close(20), read(20, text, 1)), strerror(errno));
  int fds[2];
  pipe(fds);
  printf("lseek on a pipe: %ld %s\n", (long)lseek(fds[0], 0, SEEK_CUR), strerror(errno));
  printf("pread on a pipe: %zd %s\n", pread(fds[0], text, 1, 0), strerror(errno));
  int trunc = open(name, O_WRONLY | O_TRUNC);
  fstat(trunc, &about);
  printf("truncated to %ld\n", (long)about.st_size);
  return unlink(name);
}
