/* Copying files and folders: cp, and mv where a rename can't do it. */
#ifndef COPY_FILE_H
#define COPY_FILE_H
struct copying {
  int recursive, keep, verbose, force, asks, keep_existing, follow;
};
/* 0, or -1 and it was complained about. */
int copy_path(const char *from, const char *to, const struct copying *how);
#endif
