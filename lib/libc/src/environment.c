/* The environment: environ(7), getenv(3), setenv(3). */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The array that we allocated, when environ no longer is the one that the kernel made. */
static char **owned;

/*
 * The assignments that setenv made. Whoever got one by getenv may still hold it, so that none is ever freed; one that
 * comes again is used again (as glibc does). In a list, they are not lost when the environment no longer names them.
 */
static struct made {
  struct made *next;
  char assignment[];
} *made;

static char **find(const char *name, size_t length) {
  for (char **at = environ; at && *at; at++)
    if (strncmp(*at, name, length) == 0 && (*at)[length] == '=') return at;
  return NULL;
}

char *getenv(const char *name) {
  size_t length = strlen(name);
  char **found = find(name, length);
  return found ? *found + length + 1 : NULL;
}

int putenv(char *assignment) {
  size_t length = strcspn(assignment, "=");
  if (assignment[length] == '\0') return unsetenv(assignment);
  char **found = find(assignment, length);
  if (found) {
    *found = assignment;
    return 0;
  }
  size_t count = 0;
  while (environ && environ[count]) count++;
  char **larger = malloc((count + 2) * sizeof *larger);
  if (!larger) return -1;
  if (count > 0) memcpy(larger, environ, count * sizeof *larger);
  larger[count] = assignment;
  larger[count + 1] = NULL;
  free(owned);
  owned = environ = larger;
  return 0;
}

static char *make(const char *name, size_t length, const char *value) {
  for (struct made *at = made; at; at = at->next)
    if (strncmp(at->assignment, name, length) == 0 && at->assignment[length] == '=' &&
        strcmp(at->assignment + length + 1, value) == 0)
      return at->assignment;
  struct made *first = malloc(sizeof *first + length + strlen(value) + 2);
  if (!first) return NULL;
  memcpy(first->assignment, name, length);
  first->assignment[length] = '=';
  strcpy(first->assignment + length + 1, value);
  first->next = made;
  made = first;
  return first->assignment;
}

int setenv(const char *name, const char *value, int overwrite) {
  if (!name || *name == '\0' || strchr(name, '=')) {
    errno = EINVAL;
    return -1;
  }
  if (!overwrite && getenv(name)) return 0;
  size_t length = strlen(name);
  char *assignment = make(name, length, value);
  return assignment ? putenv(assignment) : -1;
}

int unsetenv(const char *name) {
  if (!name || *name == '\0' || strchr(name, '=')) {
    errno = EINVAL;
    return -1;
  }
  size_t length = strlen(name);
  for (char **at = find(name, length); at; at = find(name, length))
    for (; *at; at++) at[0] = at[1];
  return 0;
}

int clearenv(void) {
  free(owned);
  owned = environ = NULL;
  return 0;
}

/* No program of this machine runs with another user's rights. */
char *secure_getenv(const char *name) {
  return getenv(name);
}
