#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/stat.h>
int main(void) {
  int fd = open("tee.out", O_WRONLY | O_CREAT | O_TRUNC, S_IRUSR | S_IWUSR | S_IRGRP);
  char b[16];
  ssize_t n;
  while ((n = read(0, b, sizeof b)) > 0) {
    write(1, b, n);
    write(fd, b, n);
  }
  close(fd);
  fd = open("tee.out", O_RDWR | O_APPEND);
  lseek(fd, 0, SEEK_SET);
  write(fd, "appended\n", 9);
  lseek(fd, 0, SEEK_SET);
  FILE *f = fdopen(fd, "r");
  char line[80];
  int k = 0;
  while (fgets(line, sizeof line, f)) k += strlen(line);
  printf("%d characters, last %s", k, line);
  struct stat st;
  fstat(fd, &st);
  printf("%o %ld\n", st.st_mode & 0777, (long)st.st_size);
  fclose(f);
  unlink("tee.out");
  return 0;
}
