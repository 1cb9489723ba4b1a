/* dirname and basename: POSIX; basename(3) of string.h with _GNU_SOURCE. */
#include <string.h>

char *__xpg_basename(char *path) {
  if (!path || *path == '\0') return ".";
  size_t n = strlen(path);
  while (n > 1 && path[n - 1] == '/') path[--n] = '\0';
  char *slash = strrchr(path, '/');
  return slash && slash[1] ? slash + 1 : path;
}

char *basename(const char *path) {
  char *slash = strrchr(path, '/');
  return slash ? slash + 1 : (char *)path;
}

char *dirname(char *path) {
  if (!path || *path == '\0') return ".";
  size_t n = strlen(path);
  while (n > 1 && path[n - 1] == '/') n--;
  while (n > 0 && path[n - 1] != '/') n--;
  if (n == 0) return ".";
  while (n > 1 && path[n - 1] == '/') n--;
  path[n] = '\0';
  return path;
}
