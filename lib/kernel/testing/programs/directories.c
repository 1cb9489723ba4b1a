// Directories: mkdir, chdir, getcwd, readdir, rename, rmdir and their errors.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

static int byName(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void list(const char *path) {
  char *names[32];
  int n = 0;
  DIR *directory = opendir(path);
  if (!directory) {
    printf("%s: errno %d\n", path, errno);
    return;
  }
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.') continue;
    names[n] = malloc(strlen(entry->d_name) + 1);
    strcpy(names[n++], entry->d_name);
  }
  closedir(directory);
  qsort(names, n, sizeof names[0], byName);
  printf("%s:", path);
  for (int i = 0; i < n; i++) {
    printf(" %s", names[i]);
    free(names[i]);
  }
  printf("\n");
}

static void touch(const char *path) {
  close(open(path, O_CREAT | O_WRONLY, 0644));
}

int main(void) {
  char where[256];
  printf("mkdir %d\n", mkdir("/tmp/kernel-test", 0755));
  results.a = mkdir("/tmp/kernel-test", 0755);
  printf("again %d errno %d\n", results.a, errno);
  results.a = mkdir("/tmp/kernel-none/x", 0755);
  printf("no parent %d errno %d\n", results.a, errno);
  results.a = chdir("/tmp/kernel-test");
  getcwd(where, sizeof where);
  printf("chdir %d %s\n", results.a, where);
  results.a = getcwd(where, 3) == NULL;
  printf("short buffer %d errno %d\n", results.a, errno);
  touch("one");
  touch("two");
  mkdir("sub", 0755);
  touch("sub/inner");
  list(".");
  list("../kernel-test/./sub");
  printf("rename %d\n", rename("one", "sub/uno"));
  printf("over %d\n", rename("two", "sub/inner"));
  results.a = rename("two", "three");
  printf("missing %d errno %d\n", results.a, errno);
  results.a = rename("sub", "sub/below");
  printf("into itself %d errno %d\n", results.a, errno);
  list("sub");
  printf("link %d\n", link("sub/uno", "eins"));
  struct stat about;
  stat("eins", &about);
  printf("links %d\n", (int)about.st_nlink);
  stat("sub", &about);
  printf("directory %d\n", S_ISDIR(about.st_mode));
  results.a = rmdir("sub");
  printf("not empty %d errno %d\n", results.a, errno);
  results.a = unlink("sub");
  printf("unlink directory %d errno %d\n", results.a, errno);
  results.a = open("sub", O_WRONLY);
  printf("open to write %d errno %d\n", results.a, errno);
  results.a = open("eins/x", O_RDONLY);
  printf("file as directory %d errno %d\n", results.a, errno);
  results.a = rmdir("eins");
  printf("rmdir a file %d errno %d\n", results.a, errno);
  results.a = access("eins", R_OK | W_OK);
  results.b = access("none", F_OK);
  printf("access %d %d errno %d\n", results.a, results.b, errno);
  unlink("eins");
  unlink("sub/uno");
  unlink("sub/inner");
  printf("rmdir %d\n", rmdir("sub"));
  chdir("/");
  printf("root %s\n", getcwd(where, sizeof where));
  printf("rmdir %d\n", rmdir("/tmp/kernel-test"));
  list("/tmp/kernel-test");
  return 0;
}
