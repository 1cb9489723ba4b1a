#include "file-tree.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "complain.h"

char *path_in(const char *folder, const char *name) {
  size_t n = strlen(folder);
  char *path = more_memory(NULL, n + strlen(name) + 2);
  strcpy(path, folder);
  if (n == 0 || folder[n - 1] != '/') strcat(path, "/");
  return strcat(path, name);
}

const char *last_part(const char *path) {
  const char *end = path + strlen(path);
  while (end > path + 1 && end[-1] == '/') end--;
  while (end > path && end[-1] != '/') end--;
  return end;
}

static int by_name(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

char **names_in(const char *folder, int *count) {
  DIR *directory = opendir(folder);
  if (!directory) return NULL;
  char **names = more_memory(NULL, sizeof *names);
  *count = 0;
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    names = more_memory(names, (unsigned long)(*count + 1) * sizeof *names);
    names[(*count)++] = strdup(entry->d_name);
  }
  closedir(directory);
  qsort(names, (size_t)*count, sizeof *names, by_name);
  return names;
}

void free_names(char **names, int count) {
  for (int i = 0; i < count; i++) free(names[i]);
  free(names);
}

int is_folder(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

int ask(const char *format, const char *path) {
  fprintf(stderr, "%s: ", program_name);
  fprintf(stderr, format, path);
  fflush(stderr);
  int first = getchar();
  for (int c = first; c != '\n' && c != EOF;) c = getchar();
  return first == 'y' || first == 'Y';
}
