#include "file-modes.h"
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static char kind_of(mode_t mode) {
  switch (mode & S_IFMT) {
    case S_IFDIR:
      return 'd';
    case S_IFLNK:
      return 'l';
    case S_IFCHR:
      return 'c';
    case S_IFBLK:
      return 'b';
    case S_IFIFO:
      return 'p';
    case S_IFSOCK:
      return 's';
    default:
      return '-';
  }
}

const char *mode_text(mode_t mode, char to[11]) {
  strcpy(to, "----------");
  to[0] = kind_of(mode);
  for (int bit = 0; bit < 9; bit++)
    if (mode & (0400u >> bit)) to[1 + bit] = "rwx"[bit % 3];
  if (mode & 04000) to[3] = mode & 0100 ? 's' : 'S';
  if (mode & 02000) to[6] = mode & 0010 ? 's' : 'S';
  if (mode & 01000) to[9] = mode & 0001 ? 't' : 'T';
  return to;
}

/* Rounded up, as coreutils does: one digit after the point below ten. */
void human_size(long bytes, char *to, size_t max) {
  static const char units[] = "KMGTPE";
  if (bytes < 1024) {
    snprintf(to, max, "%ld", bytes);
    return;
  }
  long unit = 1024;
  int k = 0;
  while (bytes >= unit * 1024 && units[k + 1]) unit *= 1024, k++;
  long tenths = (bytes * 10 + unit - 1) / unit;
  if (tenths < 100) snprintf(to, max, "%ld.%ld%c", tenths / 10, tenths % 10, units[k]);
  else snprintf(to, max, "%ld%c", (bytes + unit - 1) / unit, units[k]);
}
