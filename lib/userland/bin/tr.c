/* tr(1): translate, -d delete, -s squeeze, -c complement; ranges, classes, escapes. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"

struct set {
  unsigned char members[1024];
  int count;
};

static void add(struct set *set, int c) {
  if (set->count < (int)sizeof set->members) set->members[set->count++] = (unsigned char)c;
}

static int character(const char **at) {
  if (**at != '\\') return (unsigned char)*(*at)++;
  (*at)++;
  char c = *(*at)++;
  if (c >= '0' && c <= '7') {
    int value = c - '0';
    for (int k = 0; k < 2 && **at >= '0' && **at <= '7'; k++) value = 8 * value + (*(*at)++ - '0');
    return value & 255;
  }
  static const char letters[] = "abfnrtv", values[] = "\a\b\f\n\r\t\v";
  const char *found = c ? strchr(letters, c) : NULL;
  if (c == '\0') (*at)--;
  return found ? values[found - letters] : c == '\0' ? '\\' : (unsigned char)c;
}

static int in_class(const char *name, int c) {
  static const struct {
    const char *name;
    int (*test)(int);
  } classes[] = {{"alpha", isalpha}, {"digit", isdigit}, {"alnum", isalnum}, {"upper", isupper},
                 {"lower", islower}, {"space", isspace}, {"blank", isblank}, {"punct", ispunct},
                 {"print", isprint}, {"graph", isgraph}, {"cntrl", iscntrl}, {"xdigit", isxdigit}};
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
    if (strcmp(classes[k].name, name) == 0) return classes[k].test(c) != 0;
  give_up(1, "invalid character class '%s'", name);
}

/* [:name:] or [c*n]; null if it is neither. */
static const char *bracketed(struct set *set, const char *at, int other_count) {
  const char *end = at[1] == ':' ? strstr(at + 2, ":]") : NULL;
  if (end) {
    char name[16];
    snprintf(name, sizeof name, "%.*s", (int)(end - at - 2), at + 2);
    for (int c = 0; c < 256; c++)
      if (in_class(name, c)) add(set, c);
    return end + 2;
  }
  const char *next = at + 1;
  if (*next == '\0') return NULL;
  int c = character(&next);
  if (*next != '*') return NULL;
  char *stopped;
  long times = strtol(next + 1, &stopped, next[1] == '0' ? 8 : 10);
  if (*stopped != ']') return NULL;
  if (times == 0) times = other_count - set->count;
  while (times-- > 0) add(set, c);
  return stopped + 1;
}

static void read_set(struct set *set, const char *at, int other_count) {
  while (*at) {
    const char *after = *at == '[' ? bracketed(set, at, other_count) : NULL;
    if (after) {
      at = after;
      continue;
    }
    const char *start = at;
    int first = character(&at);
    if (*at != '-' || at[1] == '\0') {
      add(set, first);
      continue;
    }
    at++;
    int last = character(&at);
    if (last < first)
      give_up(1, "range-endpoints of '%.*s' are in reverse collating sequence order", (int)(at - start), start);
    for (int c = first; c <= last; c++) add(set, c);
  }
}

static void complement(struct set *set) {
  struct set others = {.count = 0};
  for (int c = 0; c < 256; c++)
    if (!memchr(set->members, c, (size_t)set->count)) add(&others, c);
  *set = others;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int deletes = 0, squeezes = 0, complements = 0, option;
  while ((option = getopt(argc, argv, "+dscCt")) != -1) {
    if (option == '?') bad_option(1);
    deletes |= option == 'd';
    squeezes |= option == 's';
    complements |= option == 'c' || option == 'C';
  }
  char **operands = argv + optind;
  int count = argc - optind;
  if (count == 0) missing_operand(argc, argv, optind);
  if (count == 1 && !deletes && !squeezes) {
    complain("missing operand after '%s'", operands[0]);
    fprintf(stderr, "Two strings must be given when translating.\n");
    bad_option(1);
  }
  if (count > 2 || (count == 2 && deletes && !squeezes)) {
    complain("extra operand '%s'", operands[count == 2 ? 1 : 2]);
    if (deletes && !squeezes) fprintf(stderr, "Only one string may be given when deleting without squeezing repeats.\n");
    bad_option(1);
  }
  static struct set from, to;
  read_set(&from, operands[0], 0);
  if (complements) complement(&from);
  if (count == 2) read_set(&to, operands[1], from.count);
  static int table[256], gone[256], squeezed[256];
  for (int c = 0; c < 256; c++) table[c] = c;
  if (deletes) {
    for (int i = 0; i < from.count; i++) gone[from.members[i]] = 1;
  } else if (count == 2) {
    if (to.count == 0) give_up(1, "when not truncating set1, string2 must be non-empty");
    for (int i = 0; i < from.count; i++) table[from.members[i]] = to.members[i < to.count ? i : to.count - 1];
  }
  const struct set *repeats = count == 2 ? &to : &from;
  for (int i = 0; squeezes && i < repeats->count; i++) squeezed[repeats->members[i]] = 1;
  int last = EOF;
  for (int c; (c = getchar()) != EOF;) {
    if (gone[c]) continue;
    c = table[c];
    if (squeezed[c] && c == last) continue;
    putchar(c);
    last = c;
  }
  return finish_output();
}
