#ifndef _DIRENT_H
#define _DIRENT_H
#include <sys/types.h>
#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12
struct dirent {
  ino_t d_ino;
  off_t d_off;
  unsigned short d_reclen;
  unsigned char d_type;
  char d_name[256];
};
typedef struct __directory DIR;
DIR *opendir(const char *path);
struct dirent *readdir(DIR *directory);
int closedir(DIR *directory);
DIR *fdopendir(int fd);
void rewinddir(DIR *directory);
long telldir(DIR *directory);
void seekdir(DIR *directory, long position);
int dirfd(DIR *directory);
int alphasort(const struct dirent **a, const struct dirent **b);
int scandir(const char *restrict path, struct dirent ***restrict to,
            int (*wanted)(const struct dirent *),
            int (*compare)(const struct dirent **, const struct dirent **));
int versionsort(const struct dirent **a, const struct dirent **b);
int readdir_r(DIR *restrict directory, struct dirent *restrict entry, struct dirent **restrict result);
#endif
