/* fnmatch: POSIX, XCU 2.13, patterns as the shell has them. */
#include <ctype.h>
#include <fnmatch.h>
#include <string.h>

static int fold(int c, int flags) {
  return flags & FNM_CASEFOLD ? tolower(c) : c;
}

static int in_class(const char *name, size_t n, int c) {
  static const struct {
    const char *name;
    int (*test)(int c);
  } classes[] = {{"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl},
                 {"digit", isdigit}, {"graph", isgraph}, {"lower", islower}, {"print", isprint},
                 {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit}};
  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
    if (strlen(classes[i].name) == n && strncmp(classes[i].name, name, n) == 0)
      return classes[i].test(c) != 0;
  return -1;
}

/* Behind '[': whether the bracket expression takes c, and where it ends; -1: it is none. */
static int bracket(const char **pattern, int c, int flags) {
  const char *at = *pattern;
  int inverted = *at == '!' || *at == '^';
  int found = 0;
  if (inverted) at++;
  for (int first = 1; first || *at != ']'; first = 0) {
    if (*at == '\0' || (*at == '/' && (flags & FNM_PATHNAME))) return -1;
    if (at[0] == '[' && at[1] == ':') {
      const char *end = strstr(at + 2, ":]");
      if (end) {
        int in = in_class(at + 2, (size_t)(end - at - 2), c);
        if (in < 0) return -1;
        found |= in;
        at = end + 2;
        continue;
      }
    }
    if (*at == '\\' && !(flags & FNM_NOESCAPE) && at[1]) at++;
    int low = (unsigned char)*at++;
    int high = low;
    if (at[0] == '-' && at[1] != ']' && at[1] != '\0') {
      at++;
      if (*at == '\\' && !(flags & FNM_NOESCAPE) && at[1]) at++;
      high = (unsigned char)*at++;
    }
    if (fold(low, flags) <= fold(c, flags) && fold(c, flags) <= fold(high, flags)) found = 1;
  }
  *pattern = at + 1;
  return found != inverted;
}

/* A period that only a period in the pattern may match. */
static int is_hidden(const char *text, const char *start, int flags) {
  if (*text != '.' || !(flags & FNM_PERIOD)) return 0;
  return text == start || ((flags & FNM_PATHNAME) && text[-1] == '/');
}

/* One character against one element of the pattern, which is moved on; 0: no match. */
static int element(const char **pattern, const char *text, const char *start, int flags) {
  int c = (unsigned char)*text;
  int slash = c == '/' && (flags & FNM_PATHNAME);
  const char *at = *pattern;
  switch (*at) {
    case '?':
      *pattern = at + 1;
      return c != '\0' && !slash && !is_hidden(text, start, flags);
    case '[': {
      const char *inside = at + 1;
      if (c == '\0') return 0;
      int in = bracket(&inside, c, flags);
      if (in < 0) break;
      *pattern = inside;
      return in && !slash && !is_hidden(text, start, flags);
    }
    case '\\':
      if (!(flags & FNM_NOESCAPE)) {
        if (at[1] == '\0') return 0;
        at++;
      }
      break;
    default:
      break;
  }
  *pattern = at + 1;
  return *at != '\0' && fold((unsigned char)*at, flags) == fold(c, flags);
}

/* The last star is the only one that may have to take more: no recursion is needed. */
int fnmatch(const char *pattern, const char *text, int flags) {
  const char *start = text;
  const char *after_star = NULL, *taken = NULL;
  for (;;) {
    if (*pattern == '*') {
      if (is_hidden(text, start, flags)) return FNM_NOMATCH;
      while (*pattern == '*') pattern++;
      after_star = pattern;
      taken = text;
      continue;
    }
    if (*pattern == '\0' && (*text == '\0' || (*text == '/' && (flags & FNM_LEADING_DIR)))) return 0;
    const char *next = pattern;
    if (*text && *pattern && element(&next, text, start, flags)) {
      pattern = next;
      text++;
      continue;
    }
    /* The star takes one more character, unless that is a slash. */
    if (!after_star || *taken == '\0' || (*taken == '/' && (flags & FNM_PATHNAME)))
      return FNM_NOMATCH;
    text = ++taken;
    pattern = after_star;
  }
}
