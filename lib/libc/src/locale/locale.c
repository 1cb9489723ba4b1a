/* setlocale and localeconv: C11 7.11. There are two locales, C and C.UTF-8; they differ in what a
   multibyte character is. */
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/utf8.h>

#define NAME_BYTES 12

/* The order of glibc's composite names; LC_ALL itself has none. */
static const char *const categories[] = {
    "LC_CTYPE", "LC_NUMERIC", "LC_TIME",      "LC_COLLATE",     "LC_MONETARY",      "LC_MESSAGES", NULL,
    "LC_PAPER", "LC_NAME",    "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION"};
#define CATEGORIES (int)(sizeof categories / sizeof categories[0])

static char names[CATEGORIES][NAME_BYTES];

static const char *name_of(int category) {
  return names[category][0] ? names[category] : "C";
}

/* The locale's own name for what was asked for, or NULL. */
static const char *known(const char *name) {
  if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0) return "C";
  return strcmp(name, "C.UTF-8") == 0 || strcmp(name, "C.utf8") == 0 ? name : NULL;
}

static const char *from_environment(int category) {
  const char *sources[] = {"LC_ALL", categories[category], "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(sources[i]);
    if (value && *value) return value;
  }
  return "C";
}

/* What `name` means for a category: a name, nothing (the environment), or one part of a composite. */
static const char *wanted(int category, const char *name) {
  static char part[NAME_BYTES];
  if (*name == '\0') return known(from_environment(category));
  if (!strchr(name, '=')) return known(name);
  const char *found = strstr(name, categories[category]);
  if (!found) return NULL;
  found += strlen(categories[category]) + 1;
  size_t n = strcspn(found, ";");
  if (n >= sizeof part) return NULL;
  memcpy(part, found, n);
  part[n] = '\0';
  return known(part);
}

static char *all_names(void) {
  static char text[400];
  int same = 1;
  size_t n = 0;
  for (int i = 0; i < CATEGORIES; i++)
    if (categories[i]) same &= strcmp(name_of(i), name_of(0)) == 0;
  if (same) return (char *)name_of(0);
  for (int i = 0; i < CATEGORIES; i++)
    if (categories[i]) n += (size_t)sprintf(text + n, "%s%s=%s", n ? ";" : "", categories[i], name_of(i));
  return text;
}

char *setlocale(int category, const char *name) {
  if (category < 0 || category >= CATEGORIES) return NULL;
  if (!name) return category == LC_ALL ? all_names() : (char *)name_of(category);
  for (int i = 0; i < CATEGORIES; i++)
    if (categories[i] && (category == LC_ALL || category == i) && !wanted(i, name)) return NULL;
  for (int i = 0; i < CATEGORIES; i++)
    if (categories[i] && (category == LC_ALL || category == i)) strcpy(names[i], wanted(i, name));
  __locale_is_utf8 = strcmp(name_of(LC_CTYPE), "C") != 0;
  return setlocale(category, NULL);
}

struct lconv *localeconv(void) {
  static struct lconv convention = {".", "", "", "", "", "", "", "", "", "", CHAR_MAX, CHAR_MAX, CHAR_MAX,
                                    CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX,
                                    CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX};
  return &convention;
}
