/* Reading directories: opendir(3) on getdents64(2). */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

struct __directory {
  int fd;
  long used;
  long filled;
  struct dirent entry;
  char buffer[2048];
};

DIR *opendir(const char *path) {
  int fd = open(path, O_RDONLY | O_DIRECTORY);
  if (fd < 0) return NULL;
  DIR *directory = malloc(sizeof *directory);
  if (!directory) {
    close(fd);
    return NULL;
  }
  directory->fd = fd;
  directory->used = directory->filled = 0;
  return directory;
}

struct dirent *readdir(DIR *directory) {
  if (directory->used >= directory->filled) {
    long n = __result(
        __syscall(SYS_getdents64, directory->fd, directory->buffer, sizeof directory->buffer));
    if (n <= 0) return NULL;
    directory->filled = n;
    directory->used = 0;
  }
  char *record = directory->buffer + directory->used;
  unsigned short length;
  memcpy(&length, record + 16, sizeof length);
  memcpy(&directory->entry, record, length);
  directory->used += length;
  return &directory->entry;
}

int closedir(DIR *directory) {
  int fd = directory->fd;
  free(directory);
  return close(fd);
}
