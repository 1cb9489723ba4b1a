/* /dev/null, zero, full, urandom, and descriptors by name. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
  char text[64];
  struct stat about;
  const char *names[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/urandom", "/dev/random"};
  for (int k = 0; k < 5; k++) {
    int fd = open(names[k], O_RDWR);
    fstat(fd, &about);
    memset(text, 'x', sizeof text);
    ssize_t n = read(fd, text, 8);
    int zeros = 0;
    for (ssize_t i = 0; i < n; i++) zeros += text[i] == 0;
    printf("%s: character device %d, mode %o, number %x, read %zd", names[k],
           S_ISCHR(about.st_mode), about.st_mode & 0777, (unsigned)about.st_rdev, n);
    if (k < 3) printf(" with %d zeros", zeros);
    ssize_t written = write(fd, "abc", 3);
    printf(", write %zd %s\n", written, written < 0 ? strerror(errno) : "");
    printf("  seek %ld\n", (long)lseek(fd, 100, SEEK_SET) >= 0 ? 0L : -1L);
    close(fd);
  }
  int fds[2];
  pipe(fds);
  char name[64];
  snprintf(name, sizeof name, "/dev/fd/%d", fds[1]);
  int again = open(name, O_WRONLY);
  printf("the pipe by name: %zd\n", write(again, "by name", 7));
  printf("%zd\n", read(fds[0], text, sizeof text));
  snprintf(name, sizeof name, "/proc/self/fd/%d", fds[0]);
  printf("a pipe's link: %d\n", readlink(name, text, sizeof text) > 6 && !memcmp(text, "pipe:[", 6));
  int file = open("/etc/passwd", O_RDONLY);
  snprintf(name, sizeof name, "/proc/self/fd/%d", file);
  ssize_t n = readlink(name, text, sizeof text);
  printf("%.*s\n", (int)n, text);
  n = readlink("/proc/self/cwd", text, sizeof text);
  char cwd[512];
  getcwd(cwd, sizeof cwd);
  printf("cwd %d\n", n > 0 && !strncmp(cwd, text, (size_t)n));
  FILE *status = fopen("/proc/self/stat", "r");
  int pid, parent;
  char state;
  fscanf(status, "%d %*s %c %d", &pid, &state, &parent);
  printf("stat: me %d, running %c, my parent %d\n", pid == getpid(), state, parent == getppid());
  printf("no such process: %d %s\n", open("/proc/999999/stat", O_RDONLY), strerror(errno));
  printf("write to proc: %d\n", open("/proc/uptime", O_WRONLY | O_CREAT | O_EXCL, 0600) < 0);
  return 0;
}
