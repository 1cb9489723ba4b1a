/* Bracket expressions: POSIX, XBD 9.3.5, in the C locale. */
#include <ctype.h>
#include <string.h>
#include <forkyard/regex.h>

static const struct {
  const char *name;
  int (*test)(int c);
} classes[] = {{"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl},
               {"digit", isdigit}, {"graph", isgraph}, {"lower", islower}, {"print", isprint},
               {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit}};

/* Behind "[:": adds the class. */
static int add_class(const char **at, struct regex_set *set, int flags) {
  const char *end = strstr(*at, ":]");
  if (!end) return REG_EBRACK;
  size_t n = (size_t)(end - *at);
  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
    if (strlen(classes[i].name) != n || strncmp(classes[i].name, *at, n) != 0) continue;
    int both = (flags & REG_ICASE) && (classes[i].test == isupper || classes[i].test == islower);
    for (int c = 0; c < 256; c++)
      if (both ? isalpha(c) : classes[i].test(c)) set->member[c] = 1;
    *at = end + 2;
    return 0;
  }
  return REG_ECTYPE;
}

/* One character, perhaps as [.x.] or [=x=]. */
static int element(const char **at, int *c) {
  const char *from = *at;
  if (*from == '\0') return REG_EBRACK;
  if (*from == '[' && (from[1] == '.' || from[1] == '=')) {
    char mark = from[1];
    if (from[2] == '\0') return REG_EBRACK;
    if (from[3] != mark || from[4] != ']') return REG_ECOLLATE;
    *c = (unsigned char)from[2];
    *at = from + 5;
    return 0;
  }
  *c = (unsigned char)*from;
  *at = from + 1;
  return 0;
}

int __regex_set(const char **at, struct regex_set *set, int flags) {
  memset(set, 0, sizeof *set);
  const char *from = *at;
  int inverted = *from == '^';
  if (inverted) from++;
  for (int first = 1; first || *from != ']'; first = 0) {
    int error, low, high;
    if (from[0] == '[' && from[1] == ':') {
      from += 2;
      if ((error = add_class(&from, set, flags)) != 0) return error;
      continue;
    }
    /* A '-' stands for itself only at either end. */
    if (!first && from[0] == '-' && from[1] != ']' && from[1] != '\0') return REG_ERANGE;
    if ((error = element(&from, &low)) != 0) return error;
    high = low;
    if (from[0] == '-' && from[1] != ']' && from[1] != '\0') {
      from++;
      if ((error = element(&from, &high)) != 0) return error;
      if (high < low) return REG_ERANGE;
    }
    for (int c = low; c <= high; c++) set->member[c] = 1;
  }
  *at = from + 1;
  if (flags & REG_ICASE)
    for (int c = 'a'; c <= 'z'; c++)
      if (set->member[c] || set->member[toupper(c)]) set->member[c] = set->member[toupper(c)] = 1;
  if (inverted) {
    for (int c = 0; c < 256; c++) set->member[c] = !set->member[c];
    if (flags & REG_NEWLINE) set->member['\n'] = 0;
  }
  set->member[0] = 0;
  return 0;
}
