/* getpwnam(3), getpwuid(3), getpwent(3): /etc/passwd. */
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>

static FILE *file;
static char line[1024];
static struct passwd shared;

/* Splits a line in place; 0: it has too few fields. */
static int parse(char *text, struct passwd *to) {
  char *fields[7];
  for (int i = 0; i < 7; i++) fields[i] = strsep(&text, i < 6 ? ":" : "\n");
  if (!fields[6]) return 0;
  to->pw_name = fields[0];
  to->pw_passwd = fields[1];
  to->pw_uid = (uid_t)strtoul(fields[2], NULL, 10);
  to->pw_gid = (gid_t)strtoul(fields[3], NULL, 10);
  to->pw_gecos = fields[4];
  to->pw_dir = fields[5];
  to->pw_shell = fields[6];
  return 1;
}

static int next(FILE *stream, char *buffer, size_t bytes, struct passwd *to) {
  while (fgets(buffer, (int)bytes, stream))
    if (parse(buffer, to)) return 1;
  return 0;
}

/* By name or, without one, by number. */
static int look_up(const char *name, uid_t uid, struct passwd *to, char *buffer, size_t bytes,
                   struct passwd **result) {
  *result = NULL;
  FILE *stream = fopen("/etc/passwd", "re");
  if (!stream) return errno;
  while (next(stream, buffer, bytes, to)) {
    if (name ? strcmp(name, to->pw_name) != 0 : uid != to->pw_uid) continue;
    *result = to;
    break;
  }
  fclose(stream);
  return 0;
}

int getpwnam_r(const char *name, struct passwd *to, char *buffer, size_t bytes,
               struct passwd **result) {
  return look_up(name, 0, to, buffer, bytes, result);
}

int getpwuid_r(uid_t uid, struct passwd *to, char *buffer, size_t bytes, struct passwd **result) {
  return look_up(NULL, uid, to, buffer, bytes, result);
}

struct passwd *getpwnam(const char *name) {
  struct passwd *result;
  look_up(name, 0, &shared, line, sizeof line, &result);
  return result;
}

struct passwd *getpwuid(uid_t uid) {
  struct passwd *result;
  look_up(NULL, uid, &shared, line, sizeof line, &result);
  return result;
}

struct passwd *fgetpwent(FILE *stream) {
  return next(stream, line, sizeof line, &shared) ? &shared : NULL;
}

struct passwd *getpwent(void) {
  if (!file) file = fopen("/etc/passwd", "re");
  return file ? fgetpwent(file) : NULL;
}

void endpwent(void) {
  if (file) fclose(file);
  file = NULL;
}

void setpwent(void) {
  endpwent();
}
