/* statvfs(3) */
#ifndef _SYS_STATVFS_H
#define _SYS_STATVFS_H
#include <sys/types.h>
#define ST_RDONLY 1
#define ST_NOSUID 2
struct statvfs {
  unsigned long f_bsize;
  unsigned long f_frsize;
  unsigned long f_blocks;
  unsigned long f_bfree;
  unsigned long f_bavail;
  unsigned long f_files;
  unsigned long f_ffree;
  unsigned long f_favail;
  unsigned long f_fsid;
  unsigned long f_flag;
  unsigned long f_namemax;
  int __reserved[6];
};
int statvfs(const char *restrict path, struct statvfs *restrict to);
int fstatvfs(int fd, struct statvfs *to);
#endif
