/* Calls relative to an open directory. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void tell(const char *what, int result) {
  printf("%-24s %s\n", what, result < 0 ? strerror(errno) : "ok");
}

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static int no_dots(const struct dirent *entry) {
  return entry->d_name[0] != '.';
}

int main(void) {
  char place[] = "/tmp/atXXXXXX";
  struct stat about;
  char text[32];
  if (!mkdtemp(place)) return 1;
  int top = open(place, O_RDONLY | O_DIRECTORY);
  tell("mkdirat", mkdirat(top, "d", 0755));
  int d = openat(top, "d", O_RDONLY);
  int f = openat(d, "f", O_CREAT | O_RDWR, 0640);
  tell("openat", f);
  write(f, "abc", 3);
  tell("symlinkat", symlinkat("f", d, "s"));
  ssize_t n = readlinkat(d, "s", text, sizeof text);
  printf("readlinkat %.*s\n", (int)n, text);
  tell("linkat", linkat(d, "f", top, "hard", 0));
  fstatat(top, "hard", &about, 0);
  printf("links %lu mode %o\n", (unsigned long)about.st_nlink, about.st_mode);
  fstatat(d, "s", &about, AT_SYMLINK_NOFOLLOW);
  printf("link itself %d\n", S_ISLNK(about.st_mode));
  tell("renameat", renameat(top, "hard", d, "moved"));
  tell("faccessat", faccessat(d, "moved", R_OK, 0));
  tell("faccessat missing", faccessat(top, "hard", R_OK, 0));
  tell("relative to a file", openat(f, "x", O_RDONLY));
  tell("bad descriptor", openat(99, "x", O_RDONLY));
  tell("absolute needs none", openat(99, "/tmp", O_RDONLY));
  tell("mkfifoat", mkfifoat(d, "p", 0600));
  tell("fchdir", fchdir(d));
  tell("relative now", access("moved", F_OK));
  tell("fchdir to a file", fchdir(f));
  tell("unlinkat directory", unlinkat(top, "d", 0));
  tell("unlinkat full", unlinkat(top, "d", AT_REMOVEDIR));
  struct dirent **entries;
  int count = scandir(".", &entries, no_dots, by_name);
  for (int k = 0; k < count; k++) {
    printf("%s %d\n", entries[k]->d_name, entries[k]->d_type);
    free(entries[k]);
  }
  free(entries);
  DIR *directory = fdopendir(d);
  int seen = 0;
  long place_of_second = 0;
  char second[256] = "";
  for (struct dirent *entry; (entry = readdir(directory)); seen++) {
    if (seen == 0) place_of_second = telldir(directory);
    if (seen == 1) strcpy(second, entry->d_name);
  }
  seekdir(directory, place_of_second);
  printf("%d entries; back at the second: %d\n", seen,
         strcmp(readdir(directory)->d_name, second) == 0);
  rewinddir(directory);
  for (seen = 0; readdir(directory); seen++) continue;
  printf("again %d, descriptor %d\n", seen, dirfd(directory) == d);
  unlink("f"), unlink("s"), unlink("moved"), unlink("p");
  closedir(directory);
  tell("unlinkat empty", unlinkat(top, "d", AT_REMOVEDIR));
  tell("the rest", rmdir(place));
  printf("opendir of a file: %s\n", opendir("/etc/passwd") ? "?" : strerror(errno));
  return 0;
}
