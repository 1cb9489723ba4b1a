/* POSIX grp.h, on /etc/group */
#ifndef _GRP_H
#define _GRP_H
#include <stdio.h>
#include <sys/types.h>
struct group {
  char *gr_name;
  char *gr_passwd;
  gid_t gr_gid;
  char **gr_mem;
};
struct group *getgrnam(const char *name);
struct group *getgrgid(gid_t gid);
int getgrnam_r(const char *name, struct group *to, char *buffer, size_t bytes,
               struct group **result);
int getgrgid_r(gid_t gid, struct group *to, char *buffer, size_t bytes, struct group **result);
struct group *getgrent(void);
struct group *fgetgrent(FILE *stream);
void setgrent(void);
void endgrent(void);
#endif
