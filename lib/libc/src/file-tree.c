/* Walking a tree of directories: ftw(3), nftw(3). */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef int visitor(const char *, const struct stat *, int, struct FTW *);

struct walk {
  visitor *visit;
  int flags;
  dev_t device;
  char path[PATH_MAX];
  /* Directories on the way down, so that a link that leads up again is noticed. */
  ino_t above[64];
};

static int walk_at(struct walk *walk, int level, int base) {
  struct stat about;
  struct FTW place = {base, level};
  int type = FTW_F;
  if (((walk->flags & FTW_PHYS) ? lstat : stat)(walk->path, &about) < 0) {
    if (errno != EACCES && errno != ENOENT) return -1;
    type = FTW_NS;
    if (lstat(walk->path, &about) == 0 && S_ISLNK(about.st_mode)) type = FTW_SLN;
    else if (level == 0) return -1;
  } else if (S_ISLNK(about.st_mode)) type = FTW_SL;
  else if (S_ISDIR(about.st_mode)) type = FTW_D;
  if (level == 0) walk->device = about.st_dev;
  else if ((walk->flags & FTW_MOUNT) && type != FTW_NS && about.st_dev != walk->device) return 0;
  if (type != FTW_D) return walk->visit(walk->path, &about, type, &place);
  for (int k = 0; k < level; k++)
    if (walk->above[k] == about.st_ino) return 0;
  if (level >= (int)(sizeof walk->above / sizeof *walk->above)) {
    errno = ENAMETOOLONG;
    return -1;
  }
  walk->above[level] = about.st_ino;
  DIR *directory = opendir(walk->path);
  if (!directory) {
    if (errno != EACCES) return -1;
    return walk->visit(walk->path, &about, FTW_DNR, &place);
  }
  int result = 0;
  if (!(walk->flags & FTW_DEPTH)) result = walk->visit(walk->path, &about, FTW_D, &place);
  size_t length = strlen(walk->path);
  size_t end = length;
  if (end == 0 || walk->path[end - 1] != '/') walk->path[end++] = '/';
  struct dirent *entry;
  while (result == 0 && (entry = readdir(directory))) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (end + strlen(entry->d_name) >= sizeof walk->path) {
      errno = ENAMETOOLONG;
      result = -1;
      break;
    }
    strcpy(walk->path + end, entry->d_name);
    result = walk_at(walk, level + 1, (int)end);
  }
  closedir(directory);
  walk->path[length] = 0;
  if (result == 0 && (walk->flags & FTW_DEPTH))
    result = walk->visit(walk->path, &about, FTW_DP, &place);
  return result;
}

static int walk_from(const char *path, visitor *visit, int flags) {
  if (strlen(path) >= PATH_MAX) {
    errno = ENAMETOOLONG;
    return -1;
  }
  struct walk *walk = malloc(sizeof *walk);
  if (!walk) return -1;
  walk->visit = visit;
  walk->flags = flags;
  strcpy(walk->path, path);
  size_t length = strlen(path);
  while (length > 1 && walk->path[length - 1] == '/') walk->path[--length] = 0;
  char *slash = strrchr(walk->path, '/');
  int result = walk_at(walk, 0, slash && slash[1] ? (int)(slash - walk->path) + 1 : 0);
  free(walk);
  return result;
}

int nftw(const char *path, visitor *visit, int descriptors, int flags) {
  if (!(flags & FTW_CHDIR)) return walk_from(path, visit, flags);
  errno = ENOTSUP;
  return -1;
}

static int (*plain_visitor)(const char *, const struct stat *, int);

static int visit_plainly(const char *path, const struct stat *about, int type, struct FTW *place) {
  return plain_visitor(path, about, type == FTW_SLN ? FTW_NS : type);
}

int ftw(const char *path, int (*visit)(const char *, const struct stat *, int), int descriptors) {
  int (*outer)(const char *, const struct stat *, int) = plain_visitor;
  plain_visitor = visit;
  int result = walk_from(path, visit_plainly, 0);
  plain_visitor = outer;
  return result;
}
