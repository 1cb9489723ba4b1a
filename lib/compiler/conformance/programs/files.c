#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
int main(void) {
  char buf[32] = {0};
  int fd = open("data.tmp", O_RDWR | O_CREAT | O_TRUNC, 0644);
  printf("%zd ", write(fd, "hello world", 11));
  printf("%ld ", (long)lseek(fd, 6, SEEK_SET));
  printf("%zd %s ", read(fd, buf, 20), buf);
  struct stat st; fstat(fd, &st);
  printf("%ld %d\n", (long)st.st_size, S_ISREG(st.st_mode));
  int copy = dup(fd); lseek(copy, 0, SEEK_SET);
  memset(buf, 0, sizeof buf); read(fd, buf, 5); printf("%s\n", buf);
  close(fd); close(copy);
  FILE *f = fopen("data.tmp", "a"); fprintf(f, "\nline %d\n", 2); fclose(f);
  f = fopen("data.tmp", "r"); while (fgets(buf, sizeof buf, f)) printf("> %s", buf);
  fseek(f, -3, SEEK_END); printf("%ld %c\n", ftell(f), fgetc(f)); fclose(f);
  printf("%d %d %d\n", access("data.tmp", F_OK), unlink("data.tmp"), access("data.tmp", F_OK));
  return fopen("data.tmp", "r") == NULL ? 0 : 1;
}
