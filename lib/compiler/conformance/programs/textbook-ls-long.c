#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <dirent.h>
#include <time.h>
#include <utime.h>
#include <pwd.h>
#include <sys/stat.h>
static void mode_to_letters(mode_t mode, char *str) {
  strcpy(str, "----------");
  if (S_ISDIR(mode)) str[0] = 'd';
  if (S_ISCHR(mode)) str[0] = 'c';
  if (S_ISBLK(mode)) str[0] = 'b';
  if (S_ISLNK(mode)) str[0] = 'l';
  if (S_ISFIFO(mode)) str[0] = 'p';
  const char *b = "rwxrwxrwx";
  for (int i = 0; i < 9; i++) if (mode & (0400 >> i)) str[i + 1] = b[i];
  if (mode & S_ISUID) str[3] = str[3] == 'x' ? 's' : 'S';
  if (mode & S_ISGID) str[6] = str[6] == 'x' ? 's' : 'S';
  if (mode & S_ISVTX) str[9] = str[9] == 'x' ? 't' : 'T';
}

static int cmp(const void *a, const void *b) {
  return strcmp(*(char **)a, *(char **)b);
}

int main(void) {
  umask(022);
  mkdir("d", 0755);
  chdir("d");
  const char *files[] = {"zeta", "alpha", "Beta", ".hidden"};
  for (int i = 0; i < 4; i++) {
    int fd = open(files[i], O_CREAT | O_WRONLY, 0666);
    write(fd, "0123456789", i * 3);
    close(fd);
    struct utimbuf t = {1000000000 + i * 86400, 1000000000 + i * 86400};
    utime(files[i], &t);
  }
  mkdir("sub", 0777);
  mkfifo("pipe", 0600);
  symlink("alpha", "link");
  chmod("zeta", 04755);
  chmod("alpha", 0400);
  chmod("sub", 01777);
  char *names[20];
  int n = 0;
  DIR *d = opendir(".");
  struct dirent *e;
  while ((e = readdir(d))) if (strcmp(e->d_name, ".") && strcmp(e->d_name,
      "..")) names[n++] = strdup(e->d_name);
  closedir(d);
  qsort(names, n, sizeof *names, cmp);
  for (int i = 0; i < n; i++) {
    struct stat st;
    char m[11], when[32] = "-";
    lstat(names[i], &st);
    mode_to_letters(st.st_mode, m);
    if (S_ISREG(st.st_mode)) strftime(when, sizeof when, "%b %d %H:%M %Y", gmtime(&st.st_mtime));
    printf("%s %2d %d %3ld %s %s\n", m, (int)st.st_nlink, st.st_uid == getuid(),
        S_ISDIR(st.st_mode) ? 0L : (long)st.st_size, when, names[i]);
    if (S_ISDIR(st.st_mode)) rmdir(names[i]);
    else unlink(names[i]);
    free(names[i]);
  }
  char cwd[4096];
  getcwd(cwd, sizeof cwd);
  printf("%s\n", strrchr(cwd, '/'));
  chdir("..");
  printf("%d\n", rmdir("d"));
  return 0;
}
