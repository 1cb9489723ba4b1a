/* Reading directories: opendir(3) on getdents64(2), scandir(3). */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

struct __directory {
  int fd;
  long used;
  long filled;
  /* Where the next entry is, as lseek on the descriptor counts. */
  long position;
  struct dirent entry;
  char buffer[2048];
};

static DIR *directory_on(int fd) {
  DIR *directory = malloc(sizeof *directory);
  if (!directory) return NULL;
  directory->fd = fd;
  directory->used = directory->filled = 0;
  directory->position = 0;
  return directory;
}

DIR *opendir(const char *path) {
  int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return NULL;
  DIR *directory = directory_on(fd);
  if (!directory) close(fd);
  return directory;
}

DIR *fdopendir(int fd) {
  struct stat about;
  if (fstat(fd, &about) < 0) return NULL;
  if (!S_ISDIR(about.st_mode)) {
    errno = ENOTDIR;
    return NULL;
  }
  int flags = fcntl(fd, F_GETFL);
  if ((flags & O_ACCMODE) == O_WRONLY) {
    errno = EINVAL;
    return NULL;
  }
  return directory_on(fd);
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
  directory->position = directory->entry.d_off;
  return &directory->entry;
}

long telldir(DIR *directory) {
  return directory->position;
}

void seekdir(DIR *directory, long position) {
  lseek(directory->fd, position, SEEK_SET);
  directory->used = directory->filled = 0;
  directory->position = position;
}

void rewinddir(DIR *directory) {
  seekdir(directory, 0);
}

int dirfd(DIR *directory) {
  return directory->fd;
}

int closedir(DIR *directory) {
  int fd = directory->fd;
  free(directory);
  return close(fd);
}

int alphasort(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static void free_entries(struct dirent **entries, int count) {
  while (count > 0) free(entries[--count]);
  free(entries);
}

int scandir(const char *restrict path, struct dirent ***restrict to,
            int (*wanted)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **)) {
  DIR *directory = opendir(path);
  if (!directory) return -1;
  struct dirent **entries = NULL, *entry;
  int count = 0, room = 0;
  while ((entry = readdir(directory))) {
    if (wanted && !wanted(entry)) continue;
    if (count == room) {
      room = room ? 2 * room : 8;
      struct dirent **more = realloc(entries, (size_t)room * sizeof *entries);
      if (!more) break;
      entries = more;
    }
    struct dirent *copy = malloc(entry->d_reclen);
    if (!copy) break;
    entries[count++] = memcpy(copy, entry, entry->d_reclen);
  }
  closedir(directory);
  if (entry) {
    free_entries(entries, count);
    errno = ENOMEM;
    return -1;
  }
  if (compare && count > 1)
    qsort(entries, (size_t)count, sizeof *entries,
          (int (*)(const void *, const void *))compare);
  *to = entries;
  return count;
}

int versionsort(const struct dirent **a, const struct dirent **b) {
  return strverscmp((*a)->d_name, (*b)->d_name);
}

/* Gives its error instead of setting errno. */
int readdir_r(DIR *restrict directory, struct dirent *restrict entry,
              struct dirent **restrict result) {
  int before = errno;
  errno = 0;
  struct dirent *next = readdir(directory);
  int error = errno;
  errno = before;
  if (next) memcpy(entry, next, next->d_reclen);
  *result = next ? entry : NULL;
  return next ? 0 : error;
}
