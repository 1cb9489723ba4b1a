/* getgrnam(3), getgrgid(3), getgrent(3): /etc/group. */
#include <errno.h>
#include <grp.h>
#include <stdlib.h>
#include <string.h>

#define MEMBERS_MAX 64

static FILE *file;
static char line[1024];
static char *members[MEMBERS_MAX + 1];
static struct group shared;

static int parse(char *text, struct group *to, char **list, size_t room) {
  char *fields[4];
  for (int i = 0; i < 4; i++) fields[i] = strsep(&text, i < 3 ? ":" : "\n");
  if (!fields[3]) return 0;
  to->gr_name = fields[0];
  to->gr_passwd = fields[1];
  to->gr_gid = (gid_t)strtoul(fields[2], NULL, 10);
  to->gr_mem = list;
  size_t n = 0;
  char *names = fields[3];
  for (char *name; n < room && (name = strsep(&names, ",")) != NULL;)
    if (*name) list[n++] = name;
  list[n] = NULL;
  return 1;
}

static int next(FILE *stream, char *buffer, size_t bytes, struct group *to, char **list, size_t room) {
  while (fgets(buffer, (int)bytes, stream))
    if (parse(buffer, to, list, room)) return 1;
  return 0;
}

/* By name or, without one, by number. */
static int look_up(const char *name, gid_t gid, struct group *to, char *buffer, size_t bytes,
                   char **list, size_t room, struct group **result) {
  *result = NULL;
  FILE *stream = fopen("/etc/group", "re");
  if (!stream) return errno;
  while (next(stream, buffer, bytes, to, list, room)) {
    if (name ? strcmp(name, to->gr_name) != 0 : gid != to->gr_gid) continue;
    *result = to;
    break;
  }
  fclose(stream);
  return 0;
}

static int look_up_in(const char *name, gid_t gid, struct group *to, char *buffer, size_t bytes,
                      struct group **result) {
  /* The list of members comes first, aligned. */
  char *start = (char *)(((unsigned long)buffer + 7) & ~7ul);
  size_t room = bytes / 2 / sizeof(char *);
  if (room < 2) return ERANGE;
  size_t list_bytes = room * sizeof(char *);
  char *text = start + list_bytes;
  return look_up(name, gid, to, text, (size_t)(buffer + bytes - text), (char **)start, room - 1, result);
}

int getgrnam_r(const char *name, struct group *to, char *buffer, size_t bytes,
               struct group **result) {
  return look_up_in(name, 0, to, buffer, bytes, result);
}

int getgrgid_r(gid_t gid, struct group *to, char *buffer, size_t bytes, struct group **result) {
  return look_up_in(NULL, gid, to, buffer, bytes, result);
}

struct group *getgrnam(const char *name) {
  struct group *result;
  look_up(name, 0, &shared, line, sizeof line, members, MEMBERS_MAX, &result);
  return result;
}

struct group *getgrgid(gid_t gid) {
  struct group *result;
  look_up(NULL, gid, &shared, line, sizeof line, members, MEMBERS_MAX, &result);
  return result;
}

struct group *fgetgrent(FILE *stream) {
  return next(stream, line, sizeof line, &shared, members, MEMBERS_MAX) ? &shared : NULL;
}

struct group *getgrent(void) {
  if (!file) file = fopen("/etc/group", "re");
  return file ? fgetgrent(file) : NULL;
}

void endgrent(void) {
  if (file) fclose(file);
  file = NULL;
}

void setgrent(void) {
  endgrent();
}
