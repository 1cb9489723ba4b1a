// Descriptors and open file descriptions: dup shares the offset, open does not, fork does.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

int main(void) {
  char text[32] = {0};
  setvbuf(stdout, NULL, _IONBF, 0);
  int fd = open("kernel-test.txt", O_RDWR | O_CREAT | O_TRUNC, 0644);
  printf("lowest free descriptor %d\n", fd);
  write(fd, "abcdefghij", 10);
  int copy = dup(fd);
  lseek(fd, 2, SEEK_SET);
  read(copy, text, 2);
  printf("dup shares the offset: %s\n", text);
  int other = open("kernel-test.txt", O_RDONLY);
  read(other, text, 2);
  printf("open has its own: %s\n", text);
  if (fork() == 0) {
    lseek(fd, 7, SEEK_SET);
    _exit(0);
  }
  wait(NULL);
  read(fd, text, 2);
  printf("fork shares it: %s\n", text);
  results.a = write(other, "x", 1);
  printf("read only: %d errno %d\n", results.a, errno);
  close(copy);
  results.a = read(copy, text, 1);
  printf("closed: %d errno %d\n", results.a, errno);
  results.a = close(copy);
  printf("close twice: %d errno %d\n", results.a, errno);
  results.a = dup2(fd, 20);
  results.b = dup2(20, 20);
  results.c = dup2(99, 3);
  printf("dup2 %d, same %d, bad %d errno %d\n", results.a, results.b, results.c, errno);
  printf("lowest again: %d\n", dup(20));
  printf("from ten on: %d\n", fcntl(fd, F_DUPFD, 10));
  printf("flags %o\n", fcntl(fd, F_GETFL) & 0777);
  int append = open("kernel-test.txt", O_WRONLY | O_APPEND);
  lseek(append, 0, SEEK_SET);
  write(append, "XY", 2);
  printf("end %d\n", (int)lseek(fd, 0, SEEK_END));
  printf("hole %d\n", (int)lseek(fd, 20, SEEK_SET));
  write(fd, "!", 1);
  struct stat about;
  fstat(fd, &about);
  results.a = (long)about.st_size;
  results.b = S_ISREG(about.st_mode);
  results.c = about.st_nlink;
  printf("size %ld regular %d links %d\n", results.a, results.b, results.c);
  ftruncate(fd, 3);
  lseek(fd, 0, SEEK_SET);
  memset(text, 0, sizeof text);
  printf("truncated: %d ", (int)read(fd, text, 31));
  printf("%s\n", text);
  results.a = lseek(fd, -1, SEEK_SET);
  printf("before the start: %d errno %d\n", results.a, errno);
  int p[2];
  pipe(p);
  results.a = lseek(p[0], 0, SEEK_SET);
  printf("pipe can't seek: %d errno %d\n", results.a, errno);
  results.a = open("kernel-test.txt", O_CREAT | O_EXCL | O_WRONLY, 0600);
  printf("exclusive: %d errno %d\n", results.a, errno);
  unlink("kernel-test.txt");
  lseek(fd, 0, SEEK_SET);
  printf("unlinked but open: %d\n", (int)read(fd, text, 31));
  results.a = open("kernel-test.txt", O_RDONLY);
  printf("gone: %d errno %d\n", results.a, errno);
  results.a = write(open("/dev/null", O_WRONLY), "abc", 3);
  results.b = read(open("/dev/null", O_RDONLY), text, 3);
  printf("null: %d %d\n", results.a, results.b);
  return 0;
}
