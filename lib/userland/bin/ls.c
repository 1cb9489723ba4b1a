/* ls(1): names in order, one a line when the output is no terminal; -a shows hidden ones, -l details. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int all, details, failed;

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static void complain(const char *name) {
  fprintf(stderr, "ls: cannot access '%s': %s\n", name, strerror(errno));
  failed = 2;
}

static void show_details(const char *path, const char *name) {
  struct stat about;
  if (stat(path, &about) < 0) {
    complain(path);
    return;
  }
  char mode[11] = "----------";
  if (S_ISDIR(about.st_mode)) mode[0] = 'd';
  else if (S_ISFIFO(about.st_mode)) mode[0] = 'p';
  else if (S_ISCHR(about.st_mode)) mode[0] = 'c';
  for (int bit = 0; bit < 9; bit++)
    if (about.st_mode & (0400u >> bit)) mode[1 + bit] = "rwx"[bit % 3];
  printf("%s %lu %6ld %s\n", mode, about.st_nlink, about.st_size, name);
}

static void show(const char *path, const char *name) {
  if (details) show_details(path, name);
  else puts(name);
}

static void list(const char *path) {
  DIR *directory = opendir(path);
  if (!directory) {
    complain(path);
    return;
  }
  char **names = NULL;
  size_t count = 0;
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (!all && entry->d_name[0] == '.') continue;
    char **larger = realloc(names, (count + 1) * sizeof *names);
    if (!larger) break;
    names = larger;
    names[count++] = strdup(entry->d_name);
  }
  closedir(directory);
  qsort(names, count, sizeof *names, by_name);
  int columns = !details && isatty(1);
  for (size_t i = 0; i < count; i++) {
    char full[1024];
    snprintf(full, sizeof full, "%s/%s", path, names[i]);
    if (columns) printf("%s%s", names[i], i + 1 < count ? "  " : "\n");
    else show(full, names[i]);
    free(names[i]);
  }
  free(names);
}

int main(int argc, char *argv[]) {
  int option;
  while ((option = getopt(argc, argv, "al1")) != -1) {
    if (option == 'a') all = 1;
    else if (option == 'l') details = 1;
    else if (option == '?') return 2;
  }
  if (optind == argc) {
    list(".");
    return failed;
  }
  for (int i = optind; i < argc; i++) {
    struct stat about;
    if (stat(argv[i], &about) < 0) {
      complain(argv[i]);
    } else if (S_ISDIR(about.st_mode)) {
      if (argc - optind > 1) printf("%s%s:\n", i > optind ? "\n" : "", argv[i]);
      list(argv[i]);
    } else {
      show(argv[i], argv[i]);
    }
  }
  return failed;
}
