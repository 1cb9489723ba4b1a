#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <errno.h>
#include <sys/stat.h>
static int copy(const char *from, const char *to) {
  int in = open(from, O_RDONLY);
  if (in < 0) {
    printf("open %s: %s\n", from, strerror(errno));
    return -1;
  }
  int out = open(to, O_CREAT | O_WRONLY | O_EXCL, 0640);
  if (out < 0) {
    printf("open %s: %s\n", to, strerror(errno));
    close(in);
    return -1;
  }
  char buf[512];
  ssize_t n;
  long total = 0;
  while ((n = read(in, buf, sizeof buf)) > 0) {
    char *p = buf;
    while (n > 0) {
      ssize_t w = write(out, p, n);
      if (w <= 0) {
        perror("write");
        exit(1);
      }
      p += w;
      n -= w;
      total += w;
    }
  }
  close(in);
  close(out);
  return total;
}

int main(void) {
  FILE *f = fopen("orig.txt", "w");
  for (int i = 0; i < 500; i++) fprintf(f, "line %03d\n", i);
  fclose(f);
  printf("%d\n", copy("orig.txt", "copy.txt"));
  printf("%d\n", copy("orig.txt", "copy.txt"));
  printf("%d\n", copy("missing", "x"));
  struct stat a, b;
  stat("orig.txt", &a);
  stat("copy.txt", &b);
  printf("%ld %ld %o\n", (long)a.st_size, (long)b.st_size, b.st_mode & 07777);
  rename("copy.txt", "renamed.txt");
  printf("%d %d\n", access("copy.txt", F_OK), access("renamed.txt", R_OK | W_OK));
  link("renamed.txt", "hard.txt");
  stat("hard.txt", &b);
  printf("links %d\n", (int)b.st_nlink);
  symlink("hard.txt", "soft.txt");
  char buf[64];
  ssize_t n = readlink("soft.txt", buf, 63);
  buf[n] = 0;
  lstat("soft.txt", &a);
  printf("%s %d %ld\n", buf, S_ISLNK(a.st_mode), (long)a.st_size);
  truncate("hard.txt", 20);
  f = fopen("soft.txt", "r");
  while (fgets(buf, sizeof buf, f)) printf("[%s]", buf);
  fclose(f);
  printf("\n");
  int fd = open("sparse", O_RDWR | O_CREAT, 0600);
  write(fd, "a", 1);
  lseek(fd, 10000, SEEK_SET);
  write(fd, "z", 1);
  printf("%ld\n", (long)lseek(fd, 0, SEEK_END));
  lseek(fd, 5000, SEEK_SET);
  char c = 1;
  read(fd, &c, 1);
  printf("hole %d\n", c);
  printf("%ld %s\n", (long)lseek(fd, -1, SEEK_SET), strerror(errno));
  close(fd);
  unlink("orig.txt");
  unlink("renamed.txt");
  unlink("hard.txt");
  unlink("soft.txt");
  unlink("sparse");
  return 0;
}
