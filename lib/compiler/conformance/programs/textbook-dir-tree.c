#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <dirent.h>
#include <ftw.h>
#include <errno.h>
#include <sys/stat.h>
static void touch(const char *p, int n) {
  int fd = open(p, O_CREAT | O_WRONLY, 0644);
  for (int i = 0; i < n; i++) write(fd, "x", 1);
  close(fd);
}

static long total;
static int depth_max;
static int visit(const char *p, const struct stat *s, int type, struct FTW *f) {
  if (type == FTW_F) total += s->st_size;
  if (f->level > depth_max) depth_max = f->level;
  if (type == FTW_DP) rmdir(p);
  else unlink(p);
  return 0;
}

static int show(const char *dir, int depth) {
  struct dirent **list;
  int n = scandir(dir, &list, NULL, alphasort), files = 0;
  for (int i = 0; i < n; i++) {
    const char *name = list[i]->d_name;
    if (strcmp(name, ".") && strcmp(name, "..")) {
      char path[512];
      snprintf(path, sizeof path, "%s/%s", dir, name);
      struct stat s;
      lstat(path, &s);
      printf("%*s%s%s\n", 2 * depth, "", name, S_ISDIR(s.st_mode) ? "/" : "");
      if (S_ISDIR(s.st_mode)) files += show(path, depth + 1);
      else files++;
    }
    free(list[i]);
  }
  free(list);
  return files;
}

int main(void) {
  mkdir("tree", 0755);
  mkdir("tree/b", 0755);
  mkdir("tree/b/c", 0755);
  touch("tree/a", 3);
  touch("tree/b/d", 10);
  touch("tree/b/c/e", 100);
  symlink("../a", "tree/b/link");
  printf("files %d\n", show("tree", 0));
  int r = rmdir("tree");
  printf("%d %s\n", r, strerror(errno));
  r = mkdir("tree", 0700);
  printf("%d %s\n", r, strerror(errno));
  DIR *d = opendir("none");
  printf("%d %s\n", d != NULL, strerror(errno));
  nftw("tree", visit, 8, FTW_DEPTH | FTW_PHYS);
  printf("total %ld depth %d gone %d\n", total, depth_max, access("tree", F_OK));
  return 0;
}
