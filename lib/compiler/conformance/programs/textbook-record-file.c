#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
struct record {
  int id;
  char name[20];
  double balance;
};
static void show(int fd) {
  struct record r;
  lseek(fd, 0, SEEK_SET);
  while (read(fd, &r, sizeof r) == sizeof r) printf("%3d %-20s %10.2f\n", r.id, r.name, r.balance);
}

int main(void) {
  int fd = open("accounts.dat", O_RDWR | O_CREAT | O_TRUNC, 0600);
  const char *names[] = {"Jones", "Smith", "Miller", "Brown"};
  for (int i = 0; i < 4; i++) {
    struct record r = {0};
    r.id = i + 1;
    strncpy(r.name, names[i], sizeof r.name - 1);
    r.balance = 100.5 * i - 24.98;
    write(fd, &r, sizeof r);
  }
  show(fd);
  struct record r;
  lseek(fd, 2 * sizeof r, SEEK_SET);
  read(fd, &r, sizeof r);
  r.balance += 1000;
  lseek(fd, -(off_t)sizeof r, SEEK_CUR);
  write(fd, &r, sizeof r);
  pread(fd, &r, sizeof r, sizeof r);
  strcpy(r.name, "Changed");
  pwrite(fd, &r, sizeof r, sizeof r);
  show(fd);
  close(fd);
  FILE *f = fopen("accounts.dat", "rb+");
  fseek(f, -1L * (long)sizeof r, SEEK_END);
  fread(&r, sizeof r, 1, f);
  printf("last %s at %ld\n", r.name, ftell(f));
  rewind(f);
  r.id = 77;
  fwrite(&r, sizeof r, 1, f);
  fseek(f, 0, SEEK_SET);
  int n = 0;
  while (fread(&r, sizeof r, 1, f) == 1) n += r.id;
  printf("%d eof %d\n", n, feof(f) != 0);
  fclose(f);
  unlink("accounts.dat");
  return 0;
}
