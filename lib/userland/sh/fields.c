/* Field splitting (XCU 2.6.5) and pathname expansion (2.6.6). */
#include "shell.h"
#include <glob.h>
#include <stdlib.h>
#include <string.h>

void add_field(struct field_list *to, char *field) {
  if (to->count + 1 >= to->room) {
    int room = 2 * to->room + 8;
    char **fields = arena_take(&scratch, (size_t)room * sizeof *fields);
    if (to->count > 0) memcpy(fields, to->fields, (size_t)to->count * sizeof *fields);
    to->fields = fields;
    to->room = room;
  }
  to->fields[to->count++] = field;
  to->fields[to->count] = NULL;
}

static bool pattern_char(char c) {
  return c == '*' || c == '?' || c == '[' || c == ']' || c == '\\' || c == '-' || c == '!';
}

char *pattern_of(const struct expansion *expansion, size_t from, size_t to) {
  struct text pattern = {0};
  for (size_t i = from; i < to; i++) {
    char c = expansion->bytes.bytes[i], origin = expansion->origins.bytes[i];
    if (origin == EMPTY_QUOTES) continue;
    if (origin == FIELD_BREAK) c = ' ';
    if (origin == FROM_QUOTES && pattern_char(c)) text_add(&pattern, '\\');
    text_add(&pattern, c);
  }
  return text_end(&pattern);
}

static bool is_pattern(const struct expansion *expansion, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    char origin = expansion->origins.bytes[i];
    if ((origin == FROM_TEXT || origin == FROM_EXPANSION) && expansion->bytes.bytes[i] != '\0' &&
        strchr("*?[", expansion->bytes.bytes[i]))
      return true;
  }
  return false;
}

static bool add_matches(struct field_list *to, const char *pattern) {
  glob_t found;
  if (glob(pattern, 0, NULL, &found) != 0) return false;
  for (size_t i = 0; i < found.gl_pathc; i++)
    add_field(to, arena_copy(&scratch, found.gl_pathv[i], strlen(found.gl_pathv[i])));
  globfree(&found);
  return true;
}

static void end_field(struct field_list *to, const struct expansion *expansion, size_t from, size_t end) {
  if (!options.no_glob && is_pattern(expansion, from, end) && add_matches(to, pattern_of(expansion, from, end)))
    return;
  struct text field = {0};
  for (size_t i = from; i < end; i++)
    if (expansion->origins.bytes[i] != EMPTY_QUOTES) text_add(&field, expansion->bytes.bytes[i]);
  add_field(to, text_end(&field));
}

static bool separates(const struct expansion *expansion, size_t i, const char *separators) {
  return expansion->origins.bytes[i] == FROM_EXPANSION && strchr(separators, expansion->bytes.bytes[i]);
}

static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

void split_into_fields(struct field_list *to, struct expansion *expansion) {
  const char *separators = value_of("IFS");
  if (!separators) separators = " \t\n";
  size_t n = expansion->bytes.length, start = 0;
  bool begun = false;
  for (size_t i = 0; i < n;) {
    if (expansion->origins.bytes[i] == FIELD_BREAK) {
      if (begun) end_field(to, expansion, start, i);
      begun = false;
      i++;
    } else if (separates(expansion, i, separators)) {
      size_t end = i;
      bool hard = false;
      while (i < n && separates(expansion, i, separators) && blank(expansion->bytes.bytes[i])) i++;
      if (i < n && separates(expansion, i, separators)) {
        hard = true;
        i++;
        while (i < n && separates(expansion, i, separators) && blank(expansion->bytes.bytes[i])) i++;
      }
      if (begun || hard) end_field(to, expansion, begun ? start : end, end);
      begun = false;
    } else {
      if (!begun) start = i;
      begun = true;
      i++;
    }
  }
  if (begun) end_field(to, expansion, start, n);
}
