/* glob: POSIX: pathnames that match a pattern, component by component. */
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct search {
  int flags;
  int (*on_error)(const char *path, int error);
  glob_t *found;
  int result;
};

static int is_magic(const char *pattern, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (pattern[i] == '*' || pattern[i] == '?' || pattern[i] == '[') return 1;
  return 0;
}

static int is_directory(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static void add(struct search *s, const char *path, int mark) {
  glob_t *found = s->found;
  size_t offset = s->flags & GLOB_DOOFFS ? found->gl_offs : 0;
  char **larger = realloc(found->gl_pathv, (offset + found->gl_pathc + 2) * sizeof *larger);
  size_t n = strlen(path);
  char *copy = larger ? malloc(n + 2) : NULL;
  if (larger) found->gl_pathv = larger;
  if (!copy) {
    s->result = GLOB_NOSPACE;
    return;
  }
  memcpy(copy, path, n + 1);
  if (mark && (s->flags & GLOB_MARK) && copy[n - 1] != '/') strcpy(copy + n, "/");
  if (found->gl_pathc == 0) memset(larger, 0, offset * sizeof *larger);
  larger[offset + found->gl_pathc++] = copy;
  larger[offset + found->gl_pathc] = NULL;
}

static int compare(const void *a, const void *b) {
  return strcoll(*(char *const *)a, *(char *const *)b);
}

static void descend(struct search *s, char *path, size_t n, const char *pattern);

/* A component without a pattern: taken as it is. */
static void literal(struct search *s, char *path, size_t n, const char *from, size_t length) {
  for (size_t i = 0; i < length && n + 1 < PATH_MAX; i++) {
    if (from[i] == '\\' && !(s->flags & GLOB_NOESCAPE) && i + 1 < length) i++;
    path[n++] = from[i];
  }
  path[n] = '\0';
  descend(s, path, n, from + length);
}

static void each_entry(struct search *s, char *path, size_t n, const char *pattern, size_t length) {
  char component[NAME_MAX + 1];
  if (length > NAME_MAX) return;
  memcpy(component, pattern, length);
  component[length] = '\0';
  DIR *directory = opendir(n > 0 ? path : ".");
  if (!directory) {
    int refused = (s->on_error && s->on_error(path, errno)) || (s->flags & GLOB_ERR);
    if (refused && errno != ENOTDIR && errno != ENOENT) s->result = GLOB_ABORTED;
    return;
  }
  int flags = (s->flags & GLOB_NOESCAPE ? FNM_NOESCAPE : 0) | (s->flags & GLOB_PERIOD ? 0 : FNM_PERIOD);
  struct dirent *entry;
  while (!s->result && (entry = readdir(directory)) != NULL) {
    size_t more = strlen(entry->d_name);
    if (n + more + 1 >= PATH_MAX || fnmatch(component, entry->d_name, flags) != 0) continue;
    memcpy(path + n, entry->d_name, more + 1);
    if (pattern[length] == '\0' || is_directory(path)) descend(s, path, n + more, pattern + length);
    path[n] = '\0';
  }
  closedir(directory);
}

/* What is left of the pattern, below the path so far. */
static void descend(struct search *s, char *path, size_t n, const char *pattern) {
  while (*pattern == '/' && n + 1 < PATH_MAX) path[n++] = *pattern++;
  path[n] = '\0';
  if (s->result) return;
  if (*pattern == '\0') {
    struct stat about;
    int directory = is_directory(path);
    if (lstat(path, &about) == 0 && (directory || !(s->flags & GLOB_ONLYDIR))) add(s, path, directory);
    return;
  }
  size_t length = strcspn(pattern, "/");
  if (is_magic(pattern, length)) each_entry(s, path, n, pattern, length);
  else literal(s, path, n, pattern, length);
}

static void expand(struct search *s, const char *pattern);

/* {a,b}: each alternative in turn; 0: there are no braces. */
static int expand_braces(struct search *s, const char *pattern) {
  const char *open = strchr(pattern, '{');
  if (!open || (open[1] == '}')) return 0;
  const char *close = open;
  int depth = 0;
  for (; *close; close++) {
    if (*close == '{') depth++;
    if (*close == '}' && --depth == 0) break;
  }
  if (*close == '\0') return 0;
  for (const char *from = open + 1; from <= close;) {
    const char *to = from;
    for (depth = 0; to < close && (depth > 0 || *to != ','); to++) depth += (*to == '{') - (*to == '}');
    size_t before = (size_t)(open - pattern), middle = (size_t)(to - from);
    char *one = malloc(before + middle + strlen(close) + 1);
    if (!one) {
      s->result = GLOB_NOSPACE;
      return 1;
    }
    memcpy(one, pattern, before);
    memcpy(one + before, from, middle);
    strcpy(one + before + middle, close + 1);
    expand(s, one);
    free(one);
    from = to + 1;
  }
  return 1;
}

static void expand(struct search *s, const char *pattern) {
  char path[PATH_MAX];
  size_t n = 0;
  if ((s->flags & GLOB_BRACE) && expand_braces(s, pattern)) return;
  if ((s->flags & GLOB_TILDE) && pattern[0] == '~' && (pattern[1] == '/' || pattern[1] == '\0')) {
    const char *home = getenv("HOME");
    if (home && strlen(home) < sizeof path) {
      strcpy(path, home);
      n = strlen(home);
      pattern++;
    }
  }
  size_t first = s->found->gl_pathc;
  size_t offset = s->flags & GLOB_DOOFFS ? s->found->gl_offs : 0;
  descend(s, path, n, pattern);
  if (!(s->flags & GLOB_NOSORT) && s->found->gl_pathc > first)
    qsort(s->found->gl_pathv + offset + first, s->found->gl_pathc - first, sizeof(char *), compare);
}

int glob(const char *restrict pattern, int flags, int (*on_error)(const char *path, int error),
         glob_t *restrict found) {
  if (!(flags & GLOB_APPEND)) {
    found->gl_pathc = 0;
    found->gl_pathv = NULL;
    if (!(flags & GLOB_DOOFFS)) found->gl_offs = 0;
  }
  found->gl_flags = flags;
  size_t before = found->gl_pathc;
  struct search s = {flags, on_error, found, 0};
  expand(&s, pattern);
  if (s.result == 0 && found->gl_pathc == before) {
    int plain = (flags & GLOB_NOMAGIC) && !is_magic(pattern, strlen(pattern));
    if (!(flags & GLOB_NOCHECK) && !plain) return GLOB_NOMATCH;
    add(&s, pattern, 0);
  }
  return s.result;
}

void globfree(glob_t *found) {
  size_t offset = found->gl_flags & GLOB_DOOFFS ? found->gl_offs : 0;
  for (size_t i = 0; i < found->gl_pathc; i++) free(found->gl_pathv[offset + i]);
  free(found->gl_pathv);
  found->gl_pathv = NULL;
  found->gl_pathc = 0;
}
