/* Parameter expansion (XCU 2.6.2) and the special parameters (2.5.2). */
#include "shell.h"
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *number_text(long value) {
  char digits[24];
  snprintf(digits, sizeof digits, "%ld", value);
  return arena_copy(&scratch, digits, strlen(digits));
}

static char *joined_parameters(char separator, bool separated) {
  struct text text = {0};
  for (int i = 0; i < parameter_count; i++) {
    if (i > 0 && separated) text_add(&text, separator);
    text_add_all(&text, parameters[i], strlen(parameters[i]));
  }
  return text_end(&text);
}

/* Null: it isn't set. */
const char *parameter_value(const char *name) {
  if (name_char((unsigned char)name[0], true)) {
    if (strcmp(name, "LINENO") == 0) return number_text(current_line);
    return value_of(name);
  }
  if (name[0] >= '0' && name[0] <= '9') {
    int k = atoi(name);
    return k == 0 ? shell_name : k <= parameter_count ? parameters[k - 1] : NULL;
  }
  const char *separators = value_of("IFS");
  switch (name[0]) {
    case '#':
      return number_text(parameter_count);
    case '?':
      return number_text(last_status);
    case '$':
      return number_text(shell_pid);
    case '!':
      return last_background == 0 ? NULL : number_text(last_background);
    case '-':
      return option_letters();
    default: /* @ and * */
      if (parameter_count == 0) return NULL;
      if (name[0] == '@' || !separators) return joined_parameters(' ', true);
      return joined_parameters(separators[0], separators[0] != '\0');
  }
}

/* "$@": a field for each; $@ and $*: these are split further. */
static void add_parameters(struct expansion *to, bool quoted) {
  for (int i = 0; i < parameter_count; i++) {
    if (i > 0) add_origin(to, "", 1, FIELD_BREAK);
    if (quoted && parameters[i][0] == '\0') add_origin(to, "", 1, EMPTY_QUOTES);
    add_origin(to, parameters[i], strlen(parameters[i]), quoted ? FROM_QUOTES : FROM_EXPANSION);
  }
}

static void add_value(struct expansion *to, const struct part *part, const char *value) {
  bool all = part->text[0] == '@' || (part->text[0] == '*' && !part->quoted);
  if (all && part->text[1] == '\0' && value) {
    add_parameters(to, part->quoted);
    return;
  }
  if (all) return;
  if (part->quoted) add_origin(to, "", 1, EMPTY_QUOTES);
  if (value) add_origin(to, value, strlen(value), part->quoted ? FROM_QUOTES : FROM_EXPANSION);
}

static void add_trimmed(struct expansion *to, const struct part *part, const char *value) {
  const char *pattern = expand_to_pattern(part->word);
  size_t n = strlen(value);
  char *copy = arena_copy(&scratch, value, n);
  size_t from = 0, end = n;
  bool prefix = part->operation == TRIM_PREFIX || part->operation == TRIM_LONG_PREFIX;
  bool longest = part->operation == TRIM_LONG_PREFIX || part->operation == TRIM_LONG_SUFFIX;
  for (size_t k = 0; k <= n; k++) {
    size_t taken = longest ? n - k : k;
    bool matches;
    if (prefix) {
      char kept = copy[taken];
      copy[taken] = '\0';
      matches = fnmatch(pattern, copy, 0) == 0;
      copy[taken] = kept;
    } else {
      matches = fnmatch(pattern, copy + n - taken, 0) == 0;
    }
    if (!matches) continue;
    if (prefix) from = taken;
    else end = n - taken;
    break;
  }
  if (part->quoted) add_origin(to, "", 1, EMPTY_QUOTES);
  add_origin(to, copy + from, end - from, part->quoted ? FROM_QUOTES : FROM_EXPANSION);
}

_Noreturn static void fail_unset(const struct part *part) {
  current_line = part->line ? part->line : current_line;
  if (part->operation != FAIL_IF_UNSET) fail(2, "%s: parameter not set", part->text);
  if (part->word) fail(2, "%s: %s", part->text, expand_to_text(part->word));
  fail(2, part->or_null ? "%s: parameter not set or null" : "%s: parameter not set", part->text);
}

void expand_parameter(struct expansion *to, const struct part *part) {
  const char *value = parameter_value(part->text);
  bool present = value && !(part->or_null && value[0] == '\0');
  bool special = part->text[0] == '@' || part->text[0] == '*';
  switch (part->operation) {
    case USE_DEFAULT:
      if (present) add_value(to, part, value);
      else expand_parts(to, part->word, part->quoted ? FROM_QUOTES : FROM_EXPANSION);
      if (!present && part->quoted) add_origin(to, "", 1, EMPTY_QUOTES);
      return;
    case USE_ALTERNATIVE:
      if (present) expand_parts(to, part->word, part->quoted ? FROM_QUOTES : FROM_EXPANSION);
      else if (part->quoted) add_origin(to, "", 1, EMPTY_QUOTES);
      return;
    case ASSIGN_DEFAULT:
      if (!present) {
        if (!name_char((unsigned char)part->text[0], true)) fail(2, "%s: bad variable name", part->text);
        set_variable(part->text, expand_to_text(part->word));
        value = value_of(part->text);
      }
      add_value(to, part, value);
      return;
    case FAIL_IF_UNSET:
      if (!present) fail_unset(part);
      add_value(to, part, value);
      return;
    default:
      break;
  }
  if (!value && options.unset_is_error && !special) fail_unset(part);
  if (part->operation == LENGTH) {
    const char *length = special ? number_text(parameter_count) : number_text(value ? (long)strlen(value) : 0);
    add_origin(to, length, strlen(length), part->quoted ? FROM_QUOTES : FROM_EXPANSION);
  } else if (part->operation == PLAIN) {
    add_value(to, part, value);
  } else {
    add_trimmed(to, part, value ? value : "");
  }
}
