/* nftw and ftw over a small tree. */
#define _XOPEN_SOURCE 700
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char lines[32][128];
static int count;
static size_t prefix;

static int note(const char *path, const struct stat *about, int type, struct FTW *place) {
  static const char *names[] = {"F", "D", "DNR", "NS", "SL", "DP", "SLN"};
  snprintf(lines[count++], sizeof lines[0], "%s%s level %d base %s%s",
           *(path + prefix) ? path + prefix : "/", "", place->level, path + place->base,
           (snprintf(lines[31], 9, " %s", names[type]), lines[31]));
  return 0;
}

static int compare(const void *a, const void *b) {
  return strcmp(a, b);
}

static int is_last_after_its_own(const char *path, const struct stat *about, int type,
                                 struct FTW *place) {
  static int files;
  if (type == FTW_F) files++;
  if (type == FTW_DP && place->level == 0) printf("the top comes last, after %d files\n", files);
  return 0;
}

static int stop_at_b(const char *path, const struct stat *about, int type) {
  size_t n = strlen(path);
  return n > 2 && strcmp(path + n - 2, "/b") == 0 ? 42 : 0;
}

static int drop(const char *path, const struct stat *about, int type, struct FTW *place) {
  return remove(path);
}

int main(void) {
  char top[] = "/tmp/treeXXXXXX", name[128];
  if (!mkdtemp(top)) return 1;
  prefix = strlen(top);
  const char *directories[] = {"/a", "/a/b", "/c"};
  const char *files[] = {"/one", "/a/two", "/a/b/three"};
  for (int k = 0; k < 3; k++) {
    snprintf(name, sizeof name, "%s%s", top, directories[k]);
    mkdir(name, 0755);
  }
  for (int k = 0; k < 3; k++) {
    snprintf(name, sizeof name, "%s%s", top, files[k]);
    close(open(name, O_CREAT | O_WRONLY, 0644));
  }
  snprintf(name, sizeof name, "%s/link", top);
  symlink("a", name);
  printf("nftw %d\n", nftw(top, note, 10, FTW_PHYS));
  qsort(lines, (size_t)count, sizeof lines[0], compare);
  for (int k = 0; k < count; k++) {
    /* The top's own name is a random one. */
    char *base = strstr(lines[k], "base tree");
    if (base) strcpy(base, "base top");
    puts(lines[k]);
  }
  nftw(top, is_last_after_its_own, 10, FTW_DEPTH | FTW_PHYS);
  printf("ftw stops with %d\n", ftw(top, stop_at_b, 10));
  printf("missing %d\n", nftw("/tmp/no such tree", note, 10, 0));
  printf("removed %d\n", nftw(top, drop, 10, FTW_DEPTH | FTW_PHYS));
  printf("gone %d\n", access(top, F_OK));
  return 0;
}
